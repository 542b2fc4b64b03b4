/** How two tickets belong together; the one that follows, doubles or belongs comes first. */
export const linkKinds = [
  "related",
  "duplicate",
  "child",
  "incident",
  "follow_up",
  "split",
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What people link by hand; the other kinds come from what they do. */
export const chosenLinkKinds = ["related", "duplicate", "child", "incident"] as const;

/** From which end of a link a ticket looks at the other one. */
export type LinkEnd = "from" | "to";

/** What the other ticket is to this one. */
export const linkWords: Record<LinkKind, Record<LinkEnd, string>> = {
  related: { from: "Related", to: "Related" },
  duplicate: { from: "Duplicate of", to: "Duplicate" },
  child: { from: "Part of", to: "Part" },
  incident: { from: "Caused by problem", to: "Incident" },
  follow_up: { from: "Follows", to: "Follow-up" },
  split: { from: "Split from", to: "Split off" },
};

/** "Related" has no direction; the others must not run in both. */
export function contradicts(kind: LinkKind): boolean {
  return kind !== "related";
}
