import { isDone, type TicketStory } from "./ticket-events";

export const metrics = ["firstResponse", "nextResponse", "resolution"] as const;
export type Metric = (typeof metrics)[number];

/** When a clock began and when the event that meets its target came; null while it has not come. */
export interface Course {
  readonly startMs: number;
  readonly endedAtMs: number | null;
}

function firstResponse({ createdAtMs, messages }: TicketStory): Course {
  const reply = messages.find(({ by }) => by === "agent");
  return { startMs: createdAtMs, endedAtMs: reply?.atMs ?? null };
}

/** From the oldest message that waits for an answer; when none waits, the course that ended last. */
function nextResponse({ createdAtMs, messages }: TicketStory): Course {
  let course: Course = { startMs: createdAtMs, endedAtMs: null };
  for (const { by, atMs } of messages) {
    const waiting = course.endedAtMs === null;
    if (by === "agent" && waiting) course = { startMs: course.startMs, endedAtMs: atMs };
    if (by === "customer" && !waiting) course = { startMs: atMs, endedAtMs: null };
  }
  return course;
}

/** A ticket that was reopened is not resolved; closing a resolved one does not resolve it later. */
function resolution({ createdAtMs, statuses }: TicketStory): Course {
  const lastAtWork = statuses.findLastIndex(({ status }) => !isDone(status));
  const done = statuses[lastAtWork + 1];
  return { startMs: createdAtMs, endedAtMs: done?.fromMs ?? null };
}

export const courseOf: Readonly<Record<Metric, (story: TicketStory) => Course>> = {
  firstResponse,
  nextResponse,
  resolution,
};
