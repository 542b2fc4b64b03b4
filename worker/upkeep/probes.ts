import { forgetProbes } from "@/modules/conversations";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";

/** The tickets that probes asked go when they have been seen. */
export async function forgetOldProbes(): Promise<void> {
  await forgetProbes.execute(systemActor, { commandId: newId() });
}
