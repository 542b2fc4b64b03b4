import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";
import type { Course, Turn } from "./course";
import type { Random } from "./random";
import { officeTime } from "./shape";
import { type Body, writeBody } from "./template";
import type { Author, Deed } from "./unfold";
import { phrases } from "./words/phrases";
import type { Slots } from "./words/slots";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** After the reopen window a resolved ticket is over. */
const closesAfterMs = 14 * 24 * hourMs;

export type Agent = Author & { name: string };

export type Scene = {
  course: Course;
  lane: number;
  slots: Slots;
  requester: Author;
  /** Answers. */
  agent: Agent;
  /** Looks in: sorts new tickets and leaves notes. */
  colleague: Agent;
  teamId: string;
  openedMs: number;
  nowMs: number;
  /** Whether somebody still has something to do in it. */
  active: boolean;
  /** Nothing of it is solved before this time. */
  solvedFromMs?: number | undefined;
  /**
   * How many messages to add to those that the course brings along: afterthoughts of the customer,
   * jottings of agents.
   */
  extras: (usual: number) => number;
};

const asksOf = ({ course, lane }: Scene) => course.asks[lane % course.asks.length] ?? "";

export function openingBody(scene: Scene, random: Random): Body {
  const { opens, closes, asides } = phrases[scene.course.language];
  const aside = random.chance(0.4) ? random.pick(asides) : "";
  return writeBody([random.pick(opens), asksOf(scene), aside, random.pick(closes)], scene.slots);
}

type Said = { turn: Turn; text: string };

function turnsOf({ course, lane }: Scene): Said[] {
  return course.turns.flatMap((turn) => {
    const text = turn.says[lane % turn.says.length] ?? null;
    return text === null ? [] : [{ turn, text }];
  });
}

function bodyOf({ turn, text }: Said, scene: Scene, writer: Agent, random: Random): Body {
  const words = phrases[scene.course.language];
  if (turn.by === "note") return writeBody([text], scene.slots);
  if (turn.by === "customer")
    return writeBody([text, random.chance(0.6) ? random.pick(words.closes) : ""], scene.slots);
  const slots = { ...scene.slots, agent: writer.name };
  return writeBody([random.pick(words.agentOpens), text, random.pick(words.agentCloses)], slots);
}

function statusAfter(turns: readonly Said[]): TicketStatus {
  let status: TicketStatus = "open";
  for (const { turn } of turns) {
    if (turn.by === "customer") status = "open";
    else if (turn.by === "agent") status = turn.sets ?? status;
  }
  return status;
}

/** How far an active ticket has come: the older it is, the less likely nobody has looked at it. */
function stillGoing(turns: readonly Said[], ageMs: number, random: Random): Said[] {
  const weightOf = (kept: readonly Said[]): number => {
    const status = statusAfter(kept);
    if (status === "resolved" || kept.at(-1)?.turn.by === "note") return 0;
    if (kept.length === 0) return ageMs < 30 * hourMs ? 3 : 0.02;
    if (ageMs < kept.length * 2 * hourMs) return 0;
    return { open: 1.8, pending: 2, on_hold: 9, closed: 0 }[status];
  };
  const cuts = turns.map((_, count) => {
    const kept = turns.slice(0, count);
    return { kept, weight: weightOf(kept) };
  });
  return random.weighted(cuts).kept;
}

/** When the deeds fall: agents in office hours, customers when they find the time. */
function timesOf(turns: readonly Said[], scene: Scene, random: Random): number[] {
  let at = officeTime(scene.openedMs + random.between(4, 50) * minuteMs, random.next());
  const times = [at];
  for (const { turn } of turns) {
    const hours = random.next() ** 2;
    if (turn.by === "note") at = officeTime(at + random.between(3, 40) * minuteMs, random.next());
    else if (turn.by === "agent") at = officeTime(at + (0.2 + hours * 7) * hourMs, random.next());
    else at += (0.15 + hours * 22) * hourMs;
    if (turn.sets === "resolved" && scene.solvedFromMs !== undefined)
      at = Math.max(at, scene.solvedFromMs + random.next() * 20 * hourMs);
    times.push(at);
  }
  // What would lie ahead of now happened faster.
  const endMs = scene.nowMs - (scene.nowMs - scene.openedMs) * (0.04 + random.next() * 0.1);
  const squeeze = Math.min(1, (endMs - scene.openedMs) / (at - scene.openedMs));
  return times.map((time) => Math.floor(scene.openedMs + (time - scene.openedMs) * squeeze));
}

const priorityOf = ({ course }: Scene, random: Random): TicketPriority =>
  random.pick(course.priorities);

function extrasOf(scene: Scene, count: number, beforeMs: number, random: Random): Deed[] {
  const { afterthoughts, jottings } = phrases[scene.course.language];
  const { requester, agent, openedMs, slots } = scene;
  return Array.from({ length: count }, (): Deed => {
    const at = new Date(
      Math.floor(openedMs + (beforeMs - openedMs) * (0.05 + random.next() * 0.9)),
    );
    return random.chance(0.6)
      ? { at, by: requester, kind: "reply", body: writeBody([random.pick(afterthoughts)], slots) }
      : { at, by: agent, kind: "note", body: writeBody([random.pick(jottings)], slots) };
  });
}

/** All that happens after the question. */
export function deedsOf(scene: Scene, random: Random): Deed[] {
  const { active, agent, colleague, requester, nowMs, openedMs } = scene;
  const whole = turnsOf(scene);
  const turns = active ? stillGoing(whole, nowMs - openedMs, random) : whole;
  const [sortedMs = openedMs, ...times] = timesOf(turns, scene, random);
  const untouched = turns.length === 0;
  const firstMs = times[0] ?? nowMs - (nowMs - openedMs) * 0.1;
  const extras = extrasOf(scene, scene.extras(1 + turns.length), firstMs, random);
  if (untouched && nowMs - openedMs < 20 * minuteMs) return extras;

  const owner = untouched && random.chance(0.65) ? {} : { assigneeId: agent.id };
  const sorted = {
    teamId: scene.teamId,
    tags: scene.course.tags,
    priority: priorityOf(scene, random),
  };
  const deeds: Deed[] = [
    { at: new Date(sortedMs), by: untouched ? colleague : agent, changes: { ...sorted, ...owner } },
    ...extras,
  ];
  deeds.sort((one, other) => one.at.getTime() - other.at.getTime());
  turns.forEach((said, index) => {
    const writer = said.turn.by === "note" && random.chance(0.4) ? colleague : agent;
    const by = said.turn.by === "customer" ? requester : writer;
    const at = new Date(times[index] ?? openedMs);
    const kind = said.turn.by === "note" ? "note" : "reply";
    deeds.push({ at, by, kind, body: bodyOf(said, scene, writer, random), status: said.turn.sets });
  });
  return active ? deeds : [...deeds, ...endOf(scene, deeds, random)];
}

/** Now and then a word of thanks, which opens the ticket once more; then it closes by itself. */
function endOf(scene: Scene, deeds: readonly Deed[], random: Random): Deed[] {
  const { agent, requester, nowMs } = scene;
  const end: Deed[] = [];
  let lastMs = deeds.at(-1)?.at.getTime() ?? scene.openedMs;
  if (random.chance(0.14)) {
    const { thanks, closes } = phrases[scene.course.language];
    const body = writeBody([random.pick(thanks), random.pick(closes)], scene.slots);
    const thankedMs = lastMs + random.between(8, 400) * minuteMs;
    const seenMs = officeTime(thankedMs + random.between(5, 90) * minuteMs, random.next());
    if (seenMs < nowMs) {
      end.push({ at: new Date(thankedMs), by: requester, kind: "reply", body });
      end.push({ at: new Date(seenMs), by: agent, changes: { status: "resolved" } });
      lastMs = seenMs;
    }
  }
  const closedMs = lastMs + closesAfterMs;
  if (closedMs < nowMs)
    end.push({ at: new Date(closedMs), by: null, changes: { status: "closed" } });
  return end;
}
