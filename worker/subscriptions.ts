import { bulkStarted, forgetBefore, runBulk } from "@/modules/bulk";
import { incidentOpened, incidentResolved, incidentWorsened } from "@/modules/capacity";
import {
  carryAnswer,
  incidentsAnswered,
  mentioned,
  messageAdded,
  messageHeld,
  releaseHeld,
  scrubCopies,
  sideSpoken,
  ticketMerged,
  wordsRemoved,
} from "@/modules/conversations";
import { leavingBegan } from "@/modules/fields";
import { removeWithdrawnFile } from "@/modules/files";
import { applyAccessChange, identityAccessChanged, teamArchived } from "@/modules/identity";
import { categoriesChanged, clearHelp, pageChanged } from "@/modules/knowledge";
import { forgetOriginals, mailArrived, takeInMail, writeToCustomers } from "@/modules/mail";
import {
  forgetWords,
  notify,
  notifyOf,
  promiseWords,
  reopens,
  tellOperators,
} from "@/modules/notifications";
import { exportRequested, makeExport } from "@/modules/privacy";
import { followTag } from "@/modules/responses";
import {
  followTicket,
  type Metric,
  policiesFollowTag,
  slaAtRisk,
  slaBreached,
} from "@/modules/sla";
import {
  handOver,
  handoverStarted,
  sweepAway,
  ticketCreated,
  ticketUpdated,
} from "@/modules/tickets";
import { viewsFollowTag } from "@/modules/views";
import { withdrawDeliveries } from "@/modules/webhooks";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { mailQueued, mailUndelivered, sendMail } from "@/platform/mailer";
import {
  bulkRequestId,
  type Envelope,
  type EventType,
  isOfBulk,
  knowledgeOf,
} from "@/platform/outbox";
import { type Ask, ask } from "@/platform/queues";
import { followEvent } from "./jobs";
import { operatorNotice } from "./operator-notice";

/** `unread`: the event is not as this worker knows it. */
type Line = { event: string; asks: (event: Envelope) => Ask | null | "unread" };

function on<Payload>(
  type: EventType<Payload>,
  asks: (payload: Payload, event: Envelope) => Ask | null,
): Line {
  return {
    event: type.name,
    asks: (event) => {
      const payload = type.read(event);
      return payload === null ? "unread" : asks(payload, event);
    },
  };
}

const byOf = (event: Envelope) => event.actorId ?? systemActor.id;
const from = (event: Envelope) => ({ requestId: event.requestId, isBulk: isOfBulk(event) });
/** What is done to many tickets at once waits behind what one person does to one. */
const asBulk = (event: Envelope) => ({ requestId: bulkRequestId(event.id) });

/** Thousands may fall due in the same second: people's own doings go before them. */
const late = (event: Envelope) => ({ requestId: event.requestId, isBulk: true });
const notice = (reason: "risk" | "breach", ticketId: string, metric: Metric, policy: string) => ({
  ...{ ticketId, reason },
  words: promiseWords(metric, policy),
});
type Incident = NonNullable<ReturnType<typeof incidentOpened.read>>;
/** Who runs the installation is told of incidents; that one is over is good news and told quietly. */
const operatorsHear =
  (over = false) =>
  (incident: Incident, event: Envelope) =>
    ask(tellOperators, { eventId: event.id, notice: operatorNotice(incident, over) }, from(event));

const movedTo = new Set(["assigneeId", "teamId"]);

/** What follows what: for each event, the work that it asks for. */
const subscriptions: readonly Line[] = [
  on(ticketCreated, (_, event) => ask(notify, { event }, from(event))),
  on(messageAdded, (_, event) => ask(notify, { event }, from(event))),
  on(ticketCreated, (_, event) => ask(writeToCustomers, { event }, from(event))),
  on(messageAdded, (_, event) => ask(writeToCustomers, { event }, from(event))),
  on(sideSpoken, (_, event) => ask(writeToCustomers, { event }, from(event))),
  on(sideSpoken, (_, event) => ask(notify, { event }, from(event))),
  on(mailUndelivered, (_, event) => ask(notify, { event }, from(event))),
  on(ticketMerged, (_, event) => ask(writeToCustomers, { event }, from(event))),
  on(incidentsAnswered, ({ answerId }) =>
    ask(carryAnswer, { answerId }, { requestId: bulkRequestId(answerId) }),
  ),
  on(wordsRemoved, ({ ticketIds }, event) =>
    ask(scrubCopies, { eventId: event.id, ticketIds }, from(event)),
  ),
  on(wordsRemoved, ({ attachmentId }, event) =>
    attachmentId === null ? null : ask(removeWithdrawnFile, { attachmentId }, from(event)),
  ),
  on(wordsRemoved, ({ ticketIds }, event) =>
    ask(forgetWords, { eventId: event.id, ticketIds }, from(event)),
  ),
  on(wordsRemoved, ({ ticketIds }, event) =>
    ask(forgetOriginals, { eventId: event.id, ticketIds }, from(event)),
  ),
  on(wordsRemoved, ({ ticketIds }, event) =>
    ask(forgetBefore, { eventId: event.id, ticketIds }, from(event)),
  ),
  on(wordsRemoved, ({ ticketIds }, event) =>
    ask(withdrawDeliveries, { eventId: event.id, ticketIds }, from(event)),
  ),
  on(mentioned, (_, event) => ask(notify, { event }, from(event))),
  on(ticketUpdated, ({ changes }, event) =>
    reopens(changes) || changes.some(({ field }) => movedTo.has(field))
      ? ask(notify, { event }, from(event))
      : null,
  ),
  on(slaAtRisk, ({ metric, policy, ticket }, event) =>
    ask(notifyOf, { event, notice: notice("risk", ticket.id, metric, policy.name) }, late(event)),
  ),
  on(slaBreached, ({ metric, policy, ticket }, event) =>
    ask(notifyOf, { event, notice: notice("breach", ticket.id, metric, policy.name) }, late(event)),
  ),
  on(messageHeld, ({ message }, event) =>
    ask(
      releaseHeld,
      { ticketId: message.ticketId, messageId: message.id, authorId: message.author.id },
      { ...from(event), delayMs: Date.parse(message.releaseAt ?? message.createdAt) - nowMs() },
    ),
  ),
  on(handoverStarted, ({ handoverId }) =>
    ask(handOver, { handoverId }, { requestId: bulkRequestId(handoverId) }),
  ),
  on(leavingBegan, ({ about, sinceMs }, event) =>
    ask(sweepAway, { about, byId: byOf(event), sinceMs }, asBulk(event)),
  ),
  ...[followTag, viewsFollowTag, policiesFollowTag].map((job) =>
    on(leavingBegan, ({ about, sinceMs }, event) => {
      if (about.kind !== "tag" || about.becomes === null) return null;
      const { name, becomes } = about;
      return ask(job, { name, becomes, byId: byOf(event), sinceMs }, from(event));
    }),
  ),
  on(teamArchived, ({ teamId, name, sinceMs }, event) =>
    ask(
      sweepAway,
      { about: { kind: "team", teamId, name }, byId: byOf(event), sinceMs },
      asBulk(event),
    ),
  ),
  on(bulkStarted, ({ actionId }) =>
    ask(runBulk, { actionId }, { requestId: bulkRequestId(actionId) }),
  ),
  on(exportRequested, ({ exportId }, event) => ask(makeExport, { exportId }, asBulk(event))),
  on(mailArrived, ({ rawMailId, round }, event) =>
    ask(takeInMail, { rawMailId, round, sweep: 0 }, from(event)),
  ),
  on(mailQueued, ({ mailId, bulk, againAtMs }, event) =>
    ask(sendMail, { mailId, againAtMs }, { ...from(event), isBulk: bulk || isOfBulk(event) }),
  ),
  on(incidentOpened, operatorsHear()),
  on(incidentWorsened, operatorsHear()),
  on(incidentResolved, operatorsHear(true)),
  on(pageChanged, ({ language, slugs }, event) =>
    ask(clearHelp, { eventId: event.id, pages: { language, slugs } }, from(event)),
  ),
  on(categoriesChanged, (_, event) =>
    ask(clearHelp, { eventId: event.id, pages: null }, from(event)),
  ),
  on(identityAccessChanged, ({ userId }, event) =>
    ask(applyAccessChange, { userId, eventId: event.id }, from(event)),
  ),
];

/** Whatever happens to a ticket may move its clocks; a reply that is still held has not happened. */
const movesClocks = /^(ticket|message)\.(?!held$|withdrawn$)/;

function clocksFollow(event: Envelope): Ask[] {
  const { id: eventId, ticketId, name } = event;
  if (ticketId === null || !movesClocks.test(name)) return [];
  return [ask(followTicket, { eventId, ticketId }, from(event))];
}

const askedBy = (event: Envelope) =>
  subscriptions.filter((line) => line.event === event.name).map((line) => line.asks(event));

/** Whether this worker knows what an event asks for; a newer one may have written it. */
export const isUnderstood = (event: Envelope): boolean =>
  knowledgeOf(event) === "known" && !askedBy(event).includes("unread");

/** The jobs that an event asks for; one that is not understood waits for a worker that does. */
export function asksOf(event: Envelope): Ask[] {
  const asked = knowledgeOf(event) === "known" ? askedBy(event) : ["unread" as const];
  const asks = asked.filter((one) => one !== null && one !== "unread");
  const about = { event, askedAtMs: nowMs() };
  const waits = asked.includes("unread") ? [ask(followEvent, about, from(event))] : [];
  return [...asks, ...waits, ...clocksFollow(event)];
}
