import type { Permission } from "./permissions";

/** Every permission in words, in the order in which people read them. */
export const permissionWords: Readonly<Record<Permission, { area: string; may: string }>> = {
  "requests.ask": { area: "Requests", may: "Ask for help" },
  "requests.reply": { area: "Requests", may: "Add to their own requests" },
  "tickets.read": { area: "Tickets", may: "Read every ticket" },
  "tickets.reply": { area: "Tickets", may: "Reply to customers" },
  "tickets.note": { area: "Tickets", may: "Read and write internal notes" },
  "tickets.update": { area: "Tickets", may: "Change status, priority and tags" },
  "tickets.assign": { area: "Tickets", may: "Assign to people and teams" },
  "articles.write": { area: "Knowledge", may: "Write help articles" },
  "articles.publish": { area: "Knowledge", may: "Publish and archive help articles" },
  "people.read": { area: "People", may: "See colleagues and customers" },
  "people.invite": { area: "People", may: "Invite colleagues" },
  "people.suspend": { area: "People", may: "Suspend and reinstate people" },
  "people.changeRole": { area: "People", may: "Change what somebody's role is" },
  "people.reassign": { area: "People", may: "Give a leaver's tickets to others" },
  "workspace.configure": { area: "Workspace", may: "Change how the help desk works" },
  "workspace.observe": { area: "Workspace", may: "See how the installation does" },
  "mailbox.read": { area: "Workspace", may: "Read the mails that were sent" },
};
