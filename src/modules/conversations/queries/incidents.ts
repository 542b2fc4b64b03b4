import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

const batch = raw(String(limits.incidentsPerBatchCount));
const answersMax = raw(String(limits.incidentAnswersPerSweepMax));

export type WaitingIncidents = { authorId: string; rowIds: string[] };

/** The next incidents that an answer has not reached; empty when it has reached all. */
export async function waitingIncidents(answerId: string): Promise<WaitingIncidents | null> {
  const rows = await db.write.rows<{ id: string; author_id: string }>(sql`
    select incident_answer_tickets.id, incident_answers.author_id from incident_answer_tickets
    join incident_answers on incident_answers.id = incident_answer_tickets.answer_id
    where incident_answer_tickets.answer_id = ${answerId}
      and incident_answer_tickets.outcome is null
    order by incident_answer_tickets.id limit ${batch}`);
  const [first] = rows;
  return first === undefined
    ? null
    : { authorId: first.author_id, rowIds: rows.map((row) => row.id) };
}

/** Answers that have not reached all their incidents: the queue may have lost their job. */
export async function unfinishedAnswers(): Promise<string[]> {
  const rows = await db.write.rows<{ answer_id: string }>(sql`
    select distinct answer_id from incident_answer_tickets where outcome is null
    limit ${answersMax}`);
  return rows.map((row) => row.answer_id);
}
