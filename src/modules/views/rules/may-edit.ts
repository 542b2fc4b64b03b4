import type { Role } from "@/platform/auth/actor";
import type { Audience } from "./view";

/** A view is its owner's to change; admins keep order among those that others see. */
export function mayEditView(
  actor: { id: string; role: Role },
  view: { ownerId: string; audience: Audience },
): boolean {
  if (view.ownerId === actor.id) return true;
  return actor.role === "admin" && view.audience !== "personal";
}
