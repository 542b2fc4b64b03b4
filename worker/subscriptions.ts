import { messageAdded, messageHeld, releaseHeld } from "@/modules/conversations";
import { leavingBegan } from "@/modules/fields";
import { applyAccessChange, identityAccessChanged, teamArchived } from "@/modules/identity";
import { notify } from "@/modules/notifications";
import { followTag } from "@/modules/responses";
import { sweepAway, ticketCreated } from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { mailQueued, sendMail } from "@/platform/mailer";
import type { Envelope, EventType } from "@/platform/outbox";
import { type Ask, ask } from "@/platform/queues";

type Line = { event: string; asks: (event: Envelope) => Ask | null };

function on<Payload>(
  type: EventType<Payload>,
  asks: (payload: Payload, event: Envelope) => Ask | null,
): Line {
  return {
    event: type.name,
    asks: (event) => {
      const payload = type.read(event);
      return payload === null ? null : asks(payload, event);
    },
  };
}

const byOf = (event: Envelope) => event.actorId ?? systemActor.id;
const from = (event: Envelope) => ({ requestId: event.requestId });

/** What follows what: for each event, the work that it asks for. */
const subscriptions: readonly Line[] = [
  on(ticketCreated, (_, event) => ask(notify, { event }, from(event))),
  on(messageAdded, (_, event) => ask(notify, { event }, from(event))),
  on(messageHeld, ({ message }, event) =>
    ask(
      releaseHeld,
      { ticketId: message.ticketId, messageId: message.id, authorId: message.author.id },
      { ...from(event), delayMs: Date.parse(message.releaseAt ?? message.createdAt) - nowMs() },
    ),
  ),
  on(leavingBegan, ({ about, sinceMs }, event) =>
    ask(sweepAway, { about, byId: byOf(event), sinceMs }, from(event)),
  ),
  on(leavingBegan, ({ about, sinceMs }, event) => {
    if (about.kind !== "tag" || about.becomes === null) return null;
    const { name, becomes } = about;
    return ask(followTag, { name, becomes, byId: byOf(event), sinceMs }, from(event));
  }),
  on(teamArchived, ({ teamId, name, sinceMs }, event) =>
    ask(
      sweepAway,
      { about: { kind: "team", teamId, name }, byId: byOf(event), sinceMs },
      from(event),
    ),
  ),
  on(mailQueued, ({ mailId }, event) => ask(sendMail, { mailId }, from(event))),
  on(identityAccessChanged, ({ userId }, event) =>
    ask(applyAccessChange, { userId, eventId: event.id }, from(event)),
  ),
];

/** The jobs that an event asks for. */
export function asksOf(event: Envelope): Ask[] {
  return subscriptions
    .filter((line) => line.event === event.name)
    .map((line) => line.asks(event))
    .filter((one) => one !== null);
}
