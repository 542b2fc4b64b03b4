import * as z from "zod";
import { nowMs } from "@/platform/clock";
import { presenceModes } from "@/platform/realtime/names";
import type { PresentPerson } from "@/platform/realtime/wire";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";

const entrySchema = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(presenceModes),
  atMs: z.number(),
});

const rank = (mode: PresentPerson["mode"]) => presenceModes.indexOf(mode);

/** Who is at a ticket, each person once, with the busiest of what their windows do. */
export async function peopleAt(ticketId: string): Promise<PresentPerson[]> {
  const stored = await valkey("realtime").hvals(keyOf("presence", ticketId));
  const people = new Map<string, PresentPerson>();
  for (const text of stored) {
    const entry = entrySchema.safeParse(JSON.parse(text));
    if (!entry.success || entry.data.atMs < nowMs() - lifetimeMs("presence")) continue;
    const { id, name, mode } = entry.data;
    const known = people.get(id);
    if (known === undefined || rank(mode) > rank(known.mode)) people.set(id, { id, name, mode });
  }
  return [...people.values()];
}

/** Says where somebody is; a window that says nothing for a while is not there any more. */
export async function setPresence(
  ticketId: string,
  socketId: string,
  person: PresentPerson | null,
): Promise<void> {
  const key = keyOf("presence", ticketId);
  if (person === null) {
    await valkey("realtime").hdel(key, socketId);
    return;
  }
  await valkey("realtime")
    .multi()
    .hset(key, socketId, JSON.stringify({ ...person, atMs: nowMs() }))
    .pexpire(key, lifetimeMs("presence") * 2)
    .exec();
}
