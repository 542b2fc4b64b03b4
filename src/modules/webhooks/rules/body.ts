import { limits } from "@/platform/limits";
import type { Envelope } from "@/platform/outbox";
import type { PublicEventName } from "./event-names";

type About = Pick<Envelope, "id" | "occurredAt" | "actorId">;
type Told = { readonly name: PublicEventName; readonly version: number; readonly data: unknown };

/**
 * The text that is signed and sent, the same on every attempt. What is larger than we send comes
 * without its data: who wants it asks for it.
 */
export function bodyOf({ id, occurredAt, actorId }: About, told: Told): string {
  const envelope = {
    type: told.name,
    version: told.version,
    id,
    timestamp: occurredAt,
    actorId,
  };
  const whole = JSON.stringify({ ...envelope, data: told.data });
  if (new TextEncoder().encode(whole).byteLength <= limits.webhookBodyBytesMax) return whole;
  return JSON.stringify({ ...envelope, data: null, truncated: true });
}
