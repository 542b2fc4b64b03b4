import type { Actor } from "@/platform/auth/actor";
import { aliveSessionsOf, sessionMark } from "@/platform/auth/sessions";
import { type Device, deviceOf } from "../rules/device";

export type SessionView = {
  /** Names it without opening it. */
  session: string;
  device: Device | null;
  begunAt: string;
  lastUsedAt: string;
  current: boolean;
};

/** Where somebody is signed in, the device at hand first. */
export async function sessions(actor: Actor): Promise<{ sessions: SessionView[] }> {
  const alive = await aliveSessionsOf(actor.id);
  const views = alive.map(({ token, userAgent, begunAtMs, lastUsedAtMs }) => ({
    session: sessionMark(token),
    device: deviceOf(userAgent),
    begunAt: new Date(begunAtMs).toISOString(),
    lastUsedAt: new Date(lastUsedAtMs).toISOString(),
    current: token === actor.sessionToken,
  }));
  return {
    sessions: views.sort(
      (one, other) =>
        Number(other.current) - Number(one.current) ||
        other.lastUsedAt.localeCompare(one.lastUsedAt),
    ),
  };
}
