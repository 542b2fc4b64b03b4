import * as z from "zod";
import {
  logActivity,
  mayBecome,
  rowOf,
  saveTicket,
  spokenBy,
  ticketForUpdate,
  ticketUpdated,
} from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { messageAdded } from "../events";
import { forTravel, insertMessage, wordsOf } from "../steps";

const answerIncidentSchema = z.object({ commandId: commandIdSchema });

type Waiting = {
  ticket_id: string;
  body_html: string;
  body_text: string;
  status: "open" | "pending" | "on_hold" | "resolved" | null;
};

/**
 * Gives one incident the answer of its problem, as who wrote it. The command's id is the row's: run
 * again, it changes nothing.
 */
export const answerIncident = command(
  "conversations.answerIncident",
  answerIncidentSchema,
  async (tx, { actor, now }, { commandId: rowId }) => {
    const waiting = await tx.first<Waiting>(sql`
      select incident_answer_tickets.ticket_id, incident_answers.body_html,
        incident_answers.body_text, incident_answers.status
      from incident_answer_tickets
      join incident_answers on incident_answers.id = incident_answer_tickets.answer_id
      where incident_answer_tickets.id = ${rowId} and incident_answer_tickets.outcome is null`);
    if (waiting === undefined) return { answered: false };
    const ticket = await ticketForUpdate(tx, systemActor, waiting.ticket_id);
    const isClosed = ticket.status === "closed";
    await tx.rows(sql`
      update incident_answer_tickets set outcome = ${isClosed ? "closed" : "answered"}
      where id = ${rowId}`);
    if (isClosed) return { answered: false };
    const body = { html: waiting.body_html, text: waiting.body_text };
    const message = await insertMessage(tx, actor, {
      ...{ ticketId: ticket.id, kind: "reply", body, attachmentIds: [], channel: "web", at: now },
    });
    const status =
      waiting.status !== null && mayBecome(ticket.status, waiting.status)
        ? waiting.status
        : undefined;
    const words = wordsOf(body, []);
    const spoken = spokenBy(ticket, { staff: true, kind: "reply", words, status, at: now });
    await saveTicket(tx, spoken.ticket);
    const about = { ticketId: ticket.id };
    const row = await rowOf(tx, ticket.id);
    tx.append(messageAdded.make({ row, message: forTravel(message) }, about));
    if (spoken.changes.length > 0) {
      const entry = { kind: "changed", detail: { changes: spoken.changes } };
      await logActivity(tx, { ...about, actorId: actor.id, at: now }, entry);
      const by = { id: actor.id, name: actor.name };
      tx.append(ticketUpdated.make({ row, changes: spoken.changes, by }, about));
    }
    return { answered: true };
  },
);
