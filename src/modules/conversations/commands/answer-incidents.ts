import * as z from "zod";
import { logActivity, ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { bulk, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { incidentsAnswered } from "../events";
import { readBody } from "../steps";

const answerIncidentsSchema = z.object({
  commandId: commandIdSchema,
  /** The problem that caused them. */
  ticketId: z.uuid(),
  /** Markdown. */
  body: z.string().trim().min(1).max(limits.bodyCharsMax),
  /** What each of them becomes with the answer; left out, they stay as they are. */
  setStatus: z.enum(["pending", "resolved"]).optional(),
});

const incidentsMax = raw(String(limits.incidentsMax));

/**
 * Gives one answer to all incidents of a problem. Which they are is fixed here, whatever is linked
 * later; a job carries it out, one ticket after the other.
 */
export const answerIncidents = command(
  "tickets.answerIncidents",
  answerIncidentsSchema,
  async (tx, { actor, now }, input) => {
    const problem = await ticketForUpdate(tx, actor, input.ticketId);
    const incidents = await tx.rows<{ id: string }>(sql`
      select tickets.id from ticket_links join tickets on tickets.id = ticket_links.from_id
      where ticket_links.to_id = ${problem.id} and ticket_links.kind = 'incident'
        and tickets.status <> 'closed'
      order by tickets.id limit ${incidentsMax}`);
    if (incidents.length === 0) throw new AppError("ticket_not_found");
    const body = readBody(input.body, []);
    const answerId = newId(now.getTime());
    await tx.rows(sql`
      insert into incident_answers (id, problem_id, author_id, body_html, body_text, status,
        created_at)
      values (${answerId}, ${problem.id}, ${actor.id}, ${body.html}, ${body.text},
        ${input.setStatus ?? null}, ${now})`);
    await tx.rows(sql`
      insert into incident_answer_tickets (id, answer_id, ticket_id)
      values ${bulk(incidents.map(({ id }) => [newId(now.getTime()), answerId, id]))}`);
    const entry = { kind: "incidents_answered", detail: { tickets: incidents.length } };
    await logActivity(tx, { ticketId: problem.id, actorId: actor.id, at: now }, entry);
    tx.append(incidentsAnswered.make({ answerId }, { ticketId: problem.id }));
    return { answerId, tickets: incidents.length };
  },
);
