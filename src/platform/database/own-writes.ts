import { log } from "@/platform/log";
import { requestContext } from "@/platform/process";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";

/**
 * Keeps how far the primary's log had come when somebody's change was committed, for as long as a
 * replica that is in use can be behind it. With the sessions, because the next request may come to
 * another process.
 */
export async function rememberWrite(lsn: number): Promise<void> {
  const actorId = requestContext()?.actorId ?? null;
  if (actorId === null) return;
  try {
    const key = keyOf("ownWrites", actorId);
    await valkey("session").set(key, lsn, "PX", lifetimeMs("ownWrites"));
  } catch (err) {
    // Without the store nobody is signed in; what was committed is committed.
    log().debug({ err }, "a write could not be remembered");
  }
}

/**
 * How far a replica must be for somebody to find their own changes; 0 when they changed nothing of
 * late, infinity when nobody can say.
 */
export async function ownWritesOf(actorId: string | null): Promise<number> {
  if (actorId === null) return 0;
  try {
    return Number((await valkey("session").get(keyOf("ownWrites", actorId))) ?? 0);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
