import type pg from "pg";
import { copyInto } from "../copy";
import type { Language } from "../course";
import type { Random } from "../random";
import * as rows from "../rows";
import type { History } from "../unfold";
import type { Customer } from "./workspace";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nobody is asked twice in a week. */
const againMs = 7 * dayMs;

const words: Readonly<Record<Language, { good: readonly string[]; bad: readonly string[] }>> = {
  en: {
    good: [
      "Quick and friendly. The basil thanks you.",
      "You asked for a photo first, and that saved us three mails.",
      "It took one answer. I had expected a week.",
      "Explained so that I could do it myself.",
      "Better than what the manual says. Put it in there!",
    ],
    bad: [
      "It works now, but nobody told me for two days.",
      "I had to explain it twice, to two people.",
      "The new part came without screws.",
    ],
  },
  de: {
    good: [
      "Schnell und freundlich, danke.",
      "Endlich jemand, der die Frage liest, bevor er antwortet.",
      "Hat auf Anhieb geklappt.",
    ],
    bad: ["Zu lange gewartet, die Setzlinge waren hin.", "Die Antwort passte nicht zur Frage."],
  },
  no: {
    good: ["Raskt svar og god hjelp.", "Veldig tydelig forklart, takk!"],
    bad: ["Måtte vente i to dager på et svar."],
  },
};

type Rating = {
  history: History;
  askedAt: Date;
  said: { isGood: boolean; comment: string; at: Date } | null;
};

/**
 * What customers said of what was solved for them, asked a day later as the product asks. Two in five
 * answer; most are happy, fewer where they waited long or where the fault was ours.
 */
export function demoRatings(
  histories: readonly History[],
  customers: readonly Customer[],
  random: Random,
  nowMs: number,
): Rating[] {
  const languages = new Map(customers.map(({ id, locale }) => [id, locale]));
  const lastAsked = new Map<string, number>();
  return histories
    .filter(({ ticket }) => ticket.resolvedAt !== null)
    .sort((one, other) => Number(one.ticket.resolvedAt) - Number(other.ticket.resolvedAt))
    .flatMap((history): Rating[] => {
      const { resolvedAt, createdAt, requesterId, tags } = history.ticket;
      const askedMs = Number(resolvedAt) + dayMs;
      const language = languages.get(requesterId);
      if (language === undefined || askedMs > nowMs) return [];
      if (askedMs - (lastAsked.get(requesterId) ?? 0) < againMs) return [];
      lastAsked.set(requesterId, askedMs);
      const askedAt = new Date(askedMs);
      const saidMs = askedMs + random.between(1, 60) * hourMs + random.between(0, 3_599) * 1_000;
      const days = (Number(resolvedAt) - Number(createdAt)) / dayMs;
      const likes = tags.includes("firmware-4.2.0") ? 0.5 : days > 4 ? 0.74 : 0.93;
      const isGood = random.chance(likes);
      const writes = random.chance(isGood ? 0.22 : 0.6);
      const comment = writes ? random.pick(words[language][isGood ? "good" : "bad"]) : "";
      const answers = random.chance(0.42) && saidMs < nowMs;
      const said = answers ? { isGood, comment, at: new Date(saidMs) } : null;
      return [{ history, askedAt, said }];
    });
}

const table = {
  table: "satisfaction_ratings",
  columns: [
    "id",
    "ticket_id",
    "resolution_at",
    "requester_id",
    "agent_id",
    "team_id",
    "asked_at",
    "is_good",
    "comment",
    "rated_at",
    "changed_at",
  ],
};

const points = (isGood: boolean) => (isGood ? 5 : 1);

/** The ratings, what lists show of them, and the line in each ticket's history. */
export async function insertRatings(
  client: pg.Client,
  ratings: readonly Rating[],
  random: Random,
): Promise<void> {
  await copyInto(
    client,
    table,
    ratings.map(({ history: { ticket }, askedAt, said }) =>
      rows.copyLine([
        random.id(askedAt.getTime()),
        ...[ticket.id, ticket.resolvedAt, ticket.requesterId],
        ...(said === null ? [null, null] : [ticket.assigneeId, ticket.teamId]),
        askedAt,
        ...(said === null ? [null, "", null, null] : [said.isGood, said.comment, said.at, said.at]),
      ]),
    ),
  );
  await copyInto(
    client,
    rows.activityLogs,
    ratings.flatMap(({ history: { ticket }, said }) => {
      if (said === null) return [];
      const detail = JSON.stringify({ satisfaction: points(said.isGood) });
      const id = random.id(said.at.getTime());
      return [rows.copyLine([id, ticket.id, ticket.requesterId, "rated", detail, said.at])];
    }),
  );
  await client.query(`
    update tickets set satisfaction = case when is_good then 5 else 1 end, version = version + 1
    from satisfaction_ratings rating
    where rating.ticket_id = tickets.id and rating.rated_at is not null`);
}
