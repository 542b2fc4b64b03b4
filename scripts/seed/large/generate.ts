import { setImmediate } from "node:timers/promises";
import { type Course, type Language, subjectOf, type TeamKey } from "../course";
import { courses } from "../courses/all";
import { type Agent, deedsOf, openingBody, type Scene } from "../play";
import { type Random, seeded } from "../random";
import { activityLines, messageLines, unnumberedTicketLine } from "../rows";
import { fillText } from "../template";
import { type History, unfold } from "../unfold";
import { drawSlots } from "../words/slots";
import { type Arrival, arrivals } from "./arrivals";
import type { Customer, Population } from "./population";

export type Span = { tickets: number; fromMs: number; untilMs: number };
export type Desk = { teamId: string; agents: readonly Agent[] };
export type Cast = { population: Population; desks: Record<TeamKey, readonly Desk[]> };

/** Lines for three tables; they belong together and go in together. */
export type Batch = {
  tickets: string[];
  messages: string[];
  activity: string[];
  count: number;
  messageCount: number;
};

const messagesATicket = 4;
const sliceTickets = 100;
const batchTickets = 5_000;
const channels = [
  { channel: "email", weight: 52 },
  { channel: "web", weight: 33 },
  { channel: "chat", weight: 9 },
  { channel: "api", weight: 6 },
] as const;

/** A few people ask often, most ask seldom. */
const often = (people: readonly Customer[], random: Random): Customer | undefined =>
  people[Math.floor(people.length * random.next() ** 2.2)];

function requesterFor({ team, language }: Course, people: Population, random: Random): Customer {
  const pool = team === "business" || random.chance(0.3) ? people.business : people.private;
  const speaks: Language = language;
  return often(pool[speaks], random) ?? random.pick(people.customers);
}

function oneHistory(
  { atMs, active }: Arrival,
  cast: Cast,
  random: Random,
  { extras, untilMs }: Pick<Scene, "extras"> & { untilMs: number },
): History {
  const course = random.weighted(courses);
  const lane = random.between(0, 11);
  const requester = requesterFor(course, cast.population, random);
  const desk = random.pick(cast.desks[course.team]);
  const slots = {
    ...drawSlots(random, course.language),
    first: requester.first,
    last: requester.last,
    full: requester.name,
  };
  const scene: Scene = {
    course,
    lane,
    slots,
    requester: { id: requester.id, staff: false },
    agent: random.pick(desk.agents),
    colleague: random.pick(desk.agents),
    teamId: desk.teamId,
    openedMs: atMs,
    nowMs: untilMs,
    active,
    extras,
  };
  const subject = fillText(subjectOf(course, lane), slots);
  const question = {
    id: random.id(atMs),
    number: 0,
    subject: subject.charAt(0).toUpperCase() + subject.slice(1),
    organizationId: requester.organizationId,
    channel: random.weighted(channels).channel,
    requester: scene.requester,
    at: new Date(atMs),
    body: openingBody(scene, random),
  };
  return unfold(question, deedsOf(scene, random));
}

/**
 * How many messages to add to a ticket, so that all of them together come to four each: some of
 * what is missing so far, and at the end exactly what is missing.
 */
function extrasFor(left: number, missing: number, random: Random): number {
  if (missing <= 0) return 0;
  if (left > 60) return random.chance(0.5) ? Math.min(missing, 2) : 0;
  return left > 12 ? 0 : Math.ceil(missing / left);
}

/** Every ticket with all that belongs to it; the same for the same seed, span and cast. */
export function* histories(seed: number, span: Span, cast: Cast): Generator<History> {
  const random = seeded(seed, 2);
  let done = 0;
  let written = 0;
  for (const arrival of arrivals(seeded(seed, 3), span)) {
    const extras = (usual: number) => {
      const missing = (done + 1) * messagesATicket - written - usual;
      return extrasFor(span.tickets - done, missing, random);
    };
    const history = oneHistory(arrival, cast, random, { extras, untilMs: span.untilMs });
    done += 1;
    written += history.messages.length;
    yield history;
  }
}

const empty = (): Batch => ({ tickets: [], messages: [], activity: [], count: 0, messageCount: 0 });

/**
 * The same as lines, in batches. Between slices others get their turn, so that the batch before
 * goes to the database while the next one is written.
 */
export async function* batches(seed: number, span: Span, cast: Cast): AsyncGenerator<Batch> {
  const random = seeded(seed, 4);
  let batch = empty();
  let slice = { tickets: "", messages: "", activity: "" };
  const cut = () => {
    batch.tickets.push(slice.tickets);
    batch.messages.push(slice.messages);
    batch.activity.push(slice.activity);
    slice = { tickets: "", messages: "", activity: "" };
  };
  for (const history of histories(seed, span, cast)) {
    slice.tickets += unnumberedTicketLine(history.ticket);
    slice.messages += messageLines(history, random);
    slice.activity += activityLines(history, random);
    batch.count += 1;
    batch.messageCount += history.messages.length;
    if (batch.count % sliceTickets !== 0) continue;
    cut();
    await setImmediate();
    if (batch.count < batchTickets) continue;
    yield batch;
    batch = empty();
  }
  if (slice.tickets !== "") cut();
  if (batch.count > 0) yield batch;
}
