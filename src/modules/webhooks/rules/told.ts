import type { Envelope } from "@/platform/outbox";
import { publicPayloads } from "../schema";
import type { PublicEventName } from "./event-names";

type Facts = Readonly<Record<string, unknown>>;
type Told = { readonly as: PublicEventName; readonly data: unknown };
type Rule = {
  readonly event: string;
  readonly version: number;
  /** Null: of this one nothing is told. The payload's own schema then keeps what it names. */
  readonly tells: (payload: Facts) => Told | null;
};

const isFacts = (value: unknown): value is Facts => typeof value === "object" && value !== null;
/** What probes make is no ticket of anybody. */
const isInvented = (row: unknown) => isFacts(row) && row.synthetic === true;

const same =
  (as: PublicEventName) =>
  (payload: Facts): Told => ({ as, data: payload });

const ofTicket =
  (as: PublicEventName) =>
  (payload: Facts): Told | null =>
    isInvented(payload.row) ? null : { as, data: { ...payload, ticket: payload.row } };

function ofMessage(payload: Facts): Told | null {
  const { row, message } = payload;
  if (isInvented(row) || !isFacts(message) || message.state !== "released") return null;
  const as = message.kind === "note" ? "note.added" : "message.added";
  return { as, data: { ticket: row, message } };
}

/** What happens inside, and as what the outside hears of it. */
const rules: readonly Rule[] = [
  { event: "ticket.created", version: 1, tells: ofTicket("ticket.created") },
  { event: "ticket.updated", version: 1, tells: ofTicket("ticket.updated") },
  { event: "ticket.merged", version: 1, tells: ofTicket("ticket.merged") },
  { event: "ticket.asideChanged", version: 1, tells: same("ticket.aside_changed") },
  { event: "message.added", version: 1, tells: ofMessage },
  { event: "words.removed", version: 1, tells: same("words.removed") },
  { event: "sla.atRisk", version: 1, tells: same("sla.at_risk") },
  { event: "sla.breached", version: 1, tells: same("sla.breached") },
  { event: "sla.promisesChanged", version: 1, tells: same("sla.promises_changed") },
  { event: "identity.access_changed", version: 1, tells: same("person.access_changed") },
  { event: "identity.availability_changed", version: 1, tells: same("person.away_changed") },
  { event: "identity.teams_changed", version: 1, tells: same("team.changed") },
  { event: "identity.team_archived", version: 1, tells: same("team.archived") },
  { event: "fields.changed", version: 1, tells: same("field.changed") },
  { event: "incident.opened", version: 1, tells: same("incident.opened") },
  { event: "incident.worsened", version: 1, tells: same("incident.worsened") },
  { event: "incident.acknowledged", version: 1, tells: same("incident.acknowledged") },
  { event: "incident.resolved", version: 1, tells: same("incident.resolved") },
  { event: "knowledge.page_changed", version: 1, tells: same("help.page_changed") },
  { event: "bulk.started", version: 1, tells: same("bulk.started") },
];

/** Events that concern one person alone, or say nothing to anybody outside; each with its reason. */
export const untold: Readonly<Record<string, string>> = {
  "conversations.mentioned": "who is called by name in a note is the house's own",
  "message.held": "a reply that can still be taken back was not said",
  "message.withdrawn": "a reply that was taken back was never said",
  "draft.saved": "a draft is its author's",
  "draft.dropped": "a draft is its author's",
  "conversation.moved": "it only makes screens look again; what moved is told by the merge",
  "incidents.answered": "the answers are messages and are told as such",
  "ticket.participant-left": "it only makes one customer's list shorter",
  "tickets.handover_started": "each ticket that goes over is told as changed",
  "sla.changed": "it only moves what a list shows; risks and breaches are told",
  "identity.profile_changed": "it only reaches a person's own devices",
  "fields.leaving_began": "each ticket that loses something is told as changed",
  "bulk.progressed": "it only reaches who asked",
  "views.changed": "views are how people look, not what happens",
  "responses.changed": "texts for agents are the house's own",
  "knowledge.article_changed": "drafts are the house's own; what readers see is told",
  "knowledge.categories_changed": "it only makes pages of the help centre look again",
  "workspace.colleagues_changed": "it only makes customers' open pages come in anew",
  "mail.arrived": "what a mail says is told as a ticket or a message",
  "mail.settled": "it only says what became of a mail, to those who look after mailboxes",
  "mail.undelivered": "it only says what became of a mail, to who sent it",
  "side.spoken": "what is asked beside a ticket is the house's own",
  "privacy.export_requested": "what a person asks about their own data is theirs",
  "mail.queued": "mails are how we tell people; what they tell of is told here",
  "notification.changed": "an inbox is its owner's",
  "notification.noticed": "a notice is its reader's",
  "notification.settings_changed": "preferences are their owner's",
};

export const toldEvents: readonly string[] = rules.map(({ event }) => event);

type Public = { readonly name: PublicEventName; readonly version: 1; readonly data: unknown };

/** What the outside hears of an event; null when nothing. */
export function publicEvent(event: Pick<Envelope, "name" | "version" | "payload">): Public | null {
  const rule = rules.find(({ event: name, version }) => {
    return name === event.name && version === event.version;
  });
  if (rule === undefined || !isFacts(event.payload)) return null;
  const told = rule.tells(event.payload);
  if (told === null) return null;
  const read = publicPayloads[told.as].safeParse(told.data);
  return read.success ? { name: told.as, version: 1, data: read.data } : null;
}
