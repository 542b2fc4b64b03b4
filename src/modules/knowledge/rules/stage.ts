import type { Role } from "@/platform/auth/actor";

export const stages = ["draft", "review", "published", "archived"] as const;
export type Stage = (typeof stages)[number];

/** What one may do with an article in one language, besides writing it; from where it is. */
const ways: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ["review", "published", "archived"],
  review: ["draft", "published", "archived"],
  // Out of print again: its address answers as one that never was.
  published: ["published", "draft", "archived"],
  archived: ["draft", "published"],
};

export const mayGo = (from: Stage, to: Stage): boolean => ways[from].includes(to);

/** What was put up for review is approved by another than who wrote it; an admin may always. */
export function mayApprove(
  translation: { state: Stage; authorId: string },
  by: { id: string; role: Role },
): boolean {
  return translation.state !== "review" || translation.authorId !== by.id || by.role === "admin";
}
