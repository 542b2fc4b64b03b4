export type DemoRole = "agent" | "customer" | "admin";

/** One thing to try, for each of the three who come in by a door. */
export const demoHints: Readonly<Record<DemoRole, string>> = {
  agent: "Press Ctrl+K, type: assign to me.",
  customer: "Open a request and answer it: the agent sees it at once.",
  admin: "Open Planner and ask what ten times as many tickets a day would need.",
};

/** The same for fingers, where there are no keys. */
export const touchHints: Partial<Record<DemoRole, string>> = {
  agent: "Tap a ticket, its assignee, then Me.",
};

export const demoHintCookie = "demo-hints-closed";

export const isHintClosed = (cookie: string | undefined, role: DemoRole): boolean =>
  (cookie ?? "").split(".").includes(role);

/** The cookie's text with one more: "agent.admin". */
export function withHintClosed(cookie: string | undefined, role: DemoRole): string {
  const roles = (cookie ?? "").split(".").filter((one) => one in demoHints);
  return [...new Set([...roles, role])].join(".");
}
