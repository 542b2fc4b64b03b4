import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";

export type Language = "en" | "de" | "no";
export type TeamKey = "orders" | "sensors" | "growing" | "business";
export type Season = "warm" | "cold" | "any";
export type Then = Exclude<TicketStatus, "closed"> | undefined;

export type Turn = {
  by: "agent" | "customer" | "note";
  /** Markdown by lane, slots in braces; null: this lane does without the turn. */
  says: readonly (string | null)[];
  /** The status that an agent sets with the message. */
  sets?: Then;
};

/**
 * What people ask about and how it usually goes on. A ticket keeps to one lane: the text at the
 * same place of every list (round again where a list is shorter), so that an answer fits its question.
 */
export type Course = {
  key: string;
  team: TeamKey;
  language: Language;
  weight: number;
  season: Season;
  tags: readonly string[];
  priorities: readonly TicketPriority[];
  subjects: readonly string[];
  asks: readonly string[];
  turns: readonly Turn[];
};

/** Subjects go round the questions: the first fits the first one, and so on, and then again. */
export function subjectOf({ subjects, asks }: Course, lane: number): string {
  const fitting = subjects.filter((_, index) => index % asks.length === lane % asks.length);
  const round = Math.floor(lane / asks.length);
  const subject = fitting[round % fitting.length] ?? subjects[lane % subjects.length] ?? "";
  return subject.replaceAll("*", "");
}

type Declared = Pick<Course, "key" | "team" | "tags" | "subjects" | "asks" | "turns"> &
  Partial<Course>;

export const course = (declared: Declared): Course => ({
  language: "en",
  weight: 3,
  season: "any",
  priorities: ["medium", "medium", "low", "high"],
  ...declared,
});

const spoken =
  (by: Turn["by"], sets?: Then) =>
  (...says: (string | null)[]): Turn => ({ by, says, sets });

/** We ask back or wait for the requester to try something. */
export const asksBack = spoken("agent", "pending");
/** We wait for somebody else: a workshop, a carrier, a supplier. */
export const waitsForOthers = spoken("agent", "on_hold");
export const solves = spoken("agent", "resolved");
export const answers = spoken("customer");
export const notes = spoken("note");
