import type { Role } from "@/platform/auth/actor";
import { installationProcedures } from "./matrix-installation";
import { knowledgeProcedures } from "./matrix-knowledge";

/** How the caller stands to the ticket that a call is about. */
export const standings = [
  /** The caller asked it. */
  "own",
  /** A colleague asked it, in an organization that shares its tickets. */
  "sharing",
  /** A colleague asked it, in an organization that keeps them apart. */
  "notSharing",
  "other",
] as const;
export type Standing = (typeof standings)[number];

/**
 * `ok`: answered. `hidden`: answered, and nothing of the ticket is in the answer. Everything else is
 * the code of the refusal; a code that says "not found" is what an absent ticket answers, too.
 */
export type Outcome =
  | "ok"
  | "hidden"
  | "not_signed_in"
  | "forbidden"
  | "not_found"
  | "ticket_not_found"
  | "attachment_not_found"
  | "send_not_undoable"
  | "invitation_not_found"
  | "view_not_found"
  | "bulk_not_found"
  | "settings_changed"
  | "load_run_under_way"
  | "address_differs";

type ByStanding = Record<Standing, Outcome>;
export type Row = Record<Role, ByStanding> & { nobody: "not_signed_in" | "ok" };

const always = (outcome: Outcome): ByStanding => ({
  own: outcome,
  sharing: outcome,
  notSharing: outcome,
  other: outcome,
});

/** For those who may read the ticket; to others it does not exist. */
const readers: ByStanding = {
  own: "ok",
  sharing: "ok",
  notSharing: "ticket_not_found",
  other: "ticket_not_found",
};

const row = (customer: ByStanding, agent: ByStanding, admin: ByStanding): Row => ({
  nobody: "not_signed_in",
  customer,
  agent,
  admin,
});

const everybody = row(always("ok"), always("ok"), always("ok"));
const staff = row(always("forbidden"), always("ok"), always("ok"));
const admins = row(always("forbidden"), always("forbidden"), always("ok"));
const noInvitation = row(always("forbidden"), always("forbidden"), always("invitation_not_found"));
/** A view, or a bulk action, of somebody else is as none. */
const noView = row(always("forbidden"), always("view_not_found"), always("view_not_found"));
const noAction = row(always("forbidden"), always("bulk_not_found"), always("bulk_not_found"));
/** Whoever comes along, signed in or not. */
const anybody: Row = { ...everybody, nobody: "ok" };
const absentForAdmins = row(always("forbidden"), always("forbidden"), always("not_found"));
const ticketReaders = row(readers, always("ok"), always("ok"));

/** A held reply is its author's alone; who may read the ticket learns no more than that. */
const author: ByStanding = { ...always("send_not_undoable"), own: "ok" };
const ownFile: ByStanding = { ...always("attachment_not_found"), own: "ok" };
/** A list of one's own: the tickets of others are not in it, whoever asks. */
const ownOnly: ByStanding = { ...always("hidden"), own: "ok" };

const rowsOf = (module: string, names: readonly string[], of: Row) =>
  Object.fromEntries(names.map((name) => [`${module}${name}`, of]));

/** Who may do what: every procedure of the API, every role, every standing. */
export const matrix: Readonly<Record<string, Row>> = {
  "tickets.list": staff,
  "tickets.get": staff,
  "tickets.messages": staff,
  "tickets.activity": staff,
  "tickets.update": staff,
  "tickets.open": staff,
  "tickets.markSpam": staff,
  "tickets.unmarkSpam": staff,
  "tickets.trash": admins,
  "tickets.answerIncidents": staff,
  "tickets.link": staff,
  "tickets.unlink": staff,
  "tickets.follow": staff,
  "tickets.snooze": staff,
  "tickets.startTimer": staff,
  "tickets.stopTimer": staff,
  "tickets.addTime": staff,
  "tickets.removeTime": staff,
  "tickets.changeRequester": staff,
  "tickets.mergePeople": staff,
  "tickets.unmergePeople": staff,
  "identity.customers": staff,
  "identity.customer": staff,
  "tickets.aside": staff,
  "tickets.similar": staff,
  "tickets.merge": staff,
  "tickets.unmerge": staff,
  "tickets.split": staff,
  "tickets.redact": staff,
  "tickets.handover": admins,
  "tickets.handOver": admins,
  "tickets.markSeen": ticketReaders,
  "tickets.create": everybody,
  "tickets.reply": ticketReaders,
  "tickets.undoSend": row({ ...readers, sharing: "send_not_undoable" }, author, author),
  "tickets.sendNow": row(always("forbidden"), author, author),
  // The scene's requester writes a draft, where they are of the house.
  "drafts.list": row(always("forbidden"), ownOnly, ownOnly),
  "drafts.get": staff,
  "drafts.save": staff,
  // People of the house have colleagues' tickets in the queue and not in the portal.
  "requests.list": row({ ...ownOnly, sharing: "ok" }, ownOnly, ownOnly),
  "requests.get": ticketReaders,
  "sla.expected": ticketReaders,
  "requests.follow": ticketReaders,
  "requests.addParticipant": row({ ...readers, sharing: "forbidden" }, always("ok"), always("ok")),
  "requests.removeParticipant": row(
    { ...readers, sharing: "forbidden" },
    always("ok"),
    always("ok"),
  ),
  "requests.askAsGuest": { ...everybody, nobody: "ok" },
  "requests.messages": ticketReaders,
  "requests.resolve": ticketReaders,
  "requests.reopen": ticketReaders,
  "files.requestUpload": everybody,
  "files.completeUpload": row(ownFile, ownFile, ownFile),
  "files.requestGuestUpload": anybody,
  "files.completeGuestUpload": anybody,
  "files.download": row(
    { ...readers, notSharing: "attachment_not_found", other: "attachment_not_found" },
    always("ok"),
    always("ok"),
  ),
  "fields.list": staff,
  "topics.asked": { ...everybody, nobody: "ok" },
  "topics.list": admins,
  "topics.save": admins,
  // There is none of that id: who may ask learns that, and nobody else anything.
  "topics.remove": row(always("forbidden"), always("forbidden"), always("not_found")),
  "fields.asked": { ...everybody, nobody: "ok" },
  "fields.create": admins,
  "fields.update": admins,
  "fields.order": admins,
  "fields.remove": admins,
  "tags.complete": staff,
  "tags.list": admins,
  "tags.add": admins,
  "tags.move": admins,
  "mail.mailboxes": admins,
  "mail.saveMailbox": admins,
  "mail.testMailbox": admins,
  "mail.list": admins,
  "mail.original": admins,
  "mail.originalOfMessage": staff,
  "mail.readAgain": admins,
  "mail.trash": admins,
  "mail.restore": admins,
  "mail.blocked": admins,
  "mail.block": admins,
  "mail.unblock": admins,
  "responses.list": staff,
  "responses.search": staff,
  "responses.preview": staff,
  "responses.create": staff,
  // What everybody uses is kept by admins; one's own and one's team's by those who use them.
  "responses.update": admins,
  "responses.remove": admins,
  "responses.uses": admins,
  "macros.list": staff,
  "macros.preview": staff,
  "macros.run": staff,
  "macros.create": staff,
  "macros.update": admins,
  "macros.remove": admins,
  "identity.organizations": admins,
  "identity.organizationMembers": admins,
  "identity.saveOrganization": admins,
  "identity.placeCustomer": admins,
  "identity.archiveOrganization": admins,
  "identity.teamList": admins,
  "identity.createTeam": admins,
  "identity.renameTeam": admins,
  "identity.changeMembers": admins,
  "identity.archiveTeam": admins,
  ...rowsOf("knowledge.", knowledgeProcedures.anybody, anybody),
  ...rowsOf("knowledge.", knowledgeProcedures.staff, staff),
  ...rowsOf("knowledge.", knowledgeProcedures.admins, admins),
  ...rowsOf("", installationProcedures.admins, admins),
  ...rowsOf("", installationProcedures.absent, absentForAdmins),
  // The call meets a run that goes on: an admin gets as far as to hear it.
  "capacity.startLoadRun": row(
    always("forbidden"),
    always("forbidden"),
    always("load_run_under_way"),
  ),
  "views.list": staff,
  "views.counts": staff,
  "views.uses": admins,
  "views.count": staff,
  "views.create": staff,
  "views.change": noView,
  "views.remove": noView,
  "views.pin": staff,
  "views.display": staff,
  "bulk.recent": staff,
  "bulk.left": admins,
  "bulk.failures": noAction,
  "bulk.changeSome": staff,
  "bulk.start": staff,
  "bulk.undo": noAction,
  "bulk.cancel": noAction,
  "sides.list": staff,
  "sides.get": staff,
  "sides.open": staff,
  "sides.answer": staff,
  "sides.close": staff,
  "mails.states": staff,
  "mails.sendAgain": staff,
  "mails.choices": staff,
  "mails.choose": staff,
  "mails.forward": staff,
  "templates.list": admins,
  "templates.preview": admins,
  "templates.versions": admins,
  "templates.save": admins,
  "signing.get": admins,
  "signing.make": admins,
  "signing.switch": admins,
  "notifications.inbox": staff,
  "notifications.unread": staff,
  "notifications.triage": staff,
  "notifications.preferences": staff,
  "notifications.savePreferences": staff,
  "search.suggest": staff,
  "search.tickets": staff,
  "search.values": staff,
  "search.requests": row({ ...ownOnly, sharing: "ok" }, ownOnly, ownOnly),
  "workspace.look": { ...everybody, nobody: "ok" },
  "workspace.settings": admins,
  // Asked about a state that was never there, so that no caller changes what the next one meets.
  "workspace.save": row(always("forbidden"), always("forbidden"), always("settings_changed")),
  "workspace.saveLogo": row(always("forbidden"), always("forbidden"), always("settings_changed")),
  "identity.me": everybody,
  "identity.availability": staff,
  "identity.setAvailability": staff,
  "identity.sessions": everybody,
  "identity.endSessions": everybody,
  "identity.setName": everybody,
  "identity.setLanguage": everybody,
  "identity.setTimeZone": everybody,
  "identity.setKeys": staff,
  "identity.agents": staff,
  "privacy.latestExport": everybody,
  "privacy.requestExport": everybody,
  "privacy.deleteAccount": row(
    { ...always("forbidden"), own: "address_differs" },
    always("forbidden"),
    always("forbidden"),
  ),
  "satisfaction.ofRequest": everybody,
  "satisfaction.ofTicket": staff,
  "satisfaction.summary": admins,
  "satisfaction.comments": admins,
  "satisfaction.settings": admins,
  "satisfaction.saveSettings": admins,
  "identity.names": staff,
  "identity.teams": staff,
  "identity.people": admins,
  "identity.person": admins,
  "identity.staffCounts": admins,
  "identity.invitations": admins,
  "identity.invite": admins,
  // There is none of that id: who may ask learns that, and nobody else anything.
  "identity.resendInvitation": noInvitation,
  "identity.revokeInvitation": noInvitation,
  "identity.suspend": admins,
  "identity.reinstate": admins,
  "identity.changeRole": admins,
  "capacity.processes": admins,
  "capacity.overview": admins,
  "capacity.objectives": admins,
  "capacity.burned": admins,
  "capacity.budgets": admins,
  "capacity.todaysLoad": admins,
  "capacity.forecast": admins,
  "capacity.slowCalls": admins,
  "capacity.viewCosts": admins,
  "capacity.queueWeather": staff,
  "capacity.replyWeather": anybody,
  "capacity.plans": admins,
  "capacity.savePlan": admins,
  "capacity.removePlan": admins,
  "capacity.keepLoadReport": admins,
  "capacity.removeLoadReport": admins,
  "capacity.measuredTimes": admins,
  "capacity.figures": admins,
  // The call has seen a version that never was: an admin gets as far as to hear it.
  "capacity.setFigures": row(always("forbidden"), always("forbidden"), always("settings_changed")),
  "capacity.scaling": admins,
  "capacity.scalingDecisions": admins,
  "capacity.scalingTrace": admins,
  // The call has seen a version that never was: an admin gets as far as to hear it.
  "capacity.setScalingPolicy": row(
    always("forbidden"),
    always("forbidden"),
    always("settings_changed"),
  ),
  "capacity.queues": admins,
  "capacity.failedJobs": admins,
  "capacity.operateQueue": admins,
  "capacity.operatorActions": admins,
  // Outside of demo mode, as here, there is none of it.
  "demo.status": row(always("forbidden"), always("not_found"), always("not_found")),
  "demo.stop": row(always("forbidden"), always("not_found"), always("not_found")),
  "sla.explain": staff,
  "sla.policies": admins,
  "sla.recompute": admins,
  "sla.preview": admins,
  "sla.savePolicy": admins,
  "sla.orderPolicies": admins,
  "sla.retirePolicy": admins,
  "sla.saveCalendar": admins,
  "sla.retireCalendar": admins,
  "notifications.notices": staff,
  "notifications.readNotices": staff,
};

/** The same list without its `shared` switch. */
export const ownRequests: Row = row(ownOnly, ownOnly, ownOnly);
