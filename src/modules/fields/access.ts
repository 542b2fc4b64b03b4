import { roleMay } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { AppError } from "@/platform/errors";

/** @throws AppError `forbidden` unless the actor may configure the workspace. */
export function mustConfigure(actor: Actor): void {
  if (!roleMay(actor.role, "workspace.configure")) throw new AppError("forbidden");
}
