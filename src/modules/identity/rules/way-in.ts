import type { Role } from "@/platform/auth/actor";
import { readUrl } from "@/platform/shape";

const homes = { customer: "/portal", agent: "/tickets", admin: "/admin" } as const;

/** Where somebody lands after signing in. */
export const homeOf = (role: Role): string => homes[role];

const shut: Readonly<Record<Role, readonly string[]>> = {
  customer: ["/tickets", "/notifications", "/admin"],
  agent: ["/admin"],
  admin: [],
};

const ours = "http://insightdesk.invalid";

/** A path of this site and nothing else; null for what would lead away or is no path. */
export function samePath(to: string | null | undefined): string | null {
  if (typeof to !== "string" || !to.startsWith("/") || to.length > 2_000) return null;
  const url = readUrl(to, ours);
  // Two slashes at the start would be another site's name when a browser reads it again.
  if (url?.origin !== ours || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

/** Where somebody wanted to go, if it is a page of this site that the role opens, else home. */
export function wayIn(role: Role, to: string | null | undefined): string {
  const path = samePath(to);
  if (path === null || path.startsWith("/sign-in")) return homeOf(role);
  const closed = shut[role].some((start) => path === start || path.startsWith(`${start}/`));
  return closed ? homeOf(role) : path;
}
