import type { Role } from "@/platform/auth/actor";

/** Who may what, by role: the one table. What a role may is shown to people from here, too. */
export const permissions = {
  "requests.ask": ["customer", "agent", "admin"],
  "requests.reply": ["customer", "agent", "admin"],
  "tickets.read": ["agent", "admin"],
  "tickets.reply": ["agent", "admin"],
  "tickets.note": ["agent", "admin"],
  "tickets.update": ["agent", "admin"],
  "tickets.assign": ["agent", "admin"],
  "articles.write": ["agent", "admin"],
  "articles.publish": ["agent", "admin"],
  "people.read": ["agent", "admin"],
  "people.invite": ["admin"],
  "people.suspend": ["admin"],
  "people.changeRole": ["admin"],
  "people.reassign": ["admin"],
  "workspace.configure": ["admin"],
  "workspace.observe": ["admin"],
  "mailbox.read": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function roleMay(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role);
}
