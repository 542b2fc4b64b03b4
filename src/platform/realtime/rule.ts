import type { Actor } from "@/platform/auth/actor";
import type { PlacedEnvelope } from "@/platform/outbox";

/** `quiet`: only the row moved on; the room is not told who did what. */
export type RoomPayload = { room: string; payload: unknown; quiet?: boolean };

/** To whom an event goes and what they may see of it; payloads are filtered here and only here. */
export type LiveRule = (event: PlacedEnvelope) => readonly RoomPayload[];

/** Whether somebody may join a room of the kinds that a module owns; null: not mine to say. */
export type RoomRule = (actor: Actor, kind: string, id: string) => Promise<boolean> | null;
