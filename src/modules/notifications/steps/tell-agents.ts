import { returnToTeam, rowOf, type TicketRow } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { queueMails } from "@/platform/mailer";
import { type Envelope, isOfBulk } from "@/platform/outbox";
import { notificationChanged } from "../events";
import { addressed } from "../rules/addressed";
import { noticeNews } from "../rules/agent-letters";
import { isOff } from "../rules/choices";
import { triaged, withNews } from "../rules/inbox-row";
import { type Plan, planFor } from "../rules/plan";
import type { Reason } from "../rules/reasons";
import { agentMail, worded } from "./agent-mail";
import type { Told } from "./happening";
import { letters } from "./house-letters";
import { noteLetters } from "./letters";
import { type Agent, absenceOf, candidatesFor } from "./people";
import { isListed, newRow, rowsForUpdate, saveRows, viewOf } from "./rows";

type Decided = { agent: Agent; reason: Reason; isSeen: boolean; plan: Plan };
type About = { told: Told; ticket: TicketRow; byName: string | null; happenedAt: Date; at: Date };

/** Who asked somebody that cannot answer now is not kept waiting: the ticket goes to the team. */
async function giveBack(tx: CommandTx, told: Told, at: Date): Promise<boolean> {
  if (told.askedOf === null) return false;
  const absence = await absenceOf(tx, told.askedOf, at);
  if (absence === null) return false;
  const { awayUntil, teamId } = absence;
  const about = { ticketId: told.ticketId, fromId: told.askedOf, teamId, at };
  const until = awayUntil?.toISOString();
  return returnToTeam(
    tx,
    about,
    until === undefined ? { reason: "suspended" } : { reason: "away", until },
  );
}

const forFollowers = (told: Told): Told => ({
  ...told,
  persons: told.persons.filter(({ reason }) => reason === "follow"),
});

async function putInInboxes(tx: CommandTx, decided: readonly Decided[], about: About) {
  const { told, ticket, byName, happenedAt, at } = about;
  const userIds = decided.map(({ agent }) => agent.id);
  const known = await rowsForUpdate(
    tx,
    sql`ticket_id = ${ticket.id} and user_id = any(${userIds}::uuid[])`,
  );
  const { byId, messageId, words } = told;
  const changed = decided.map(({ agent, reason, isSeen, plan }) => {
    const before = known.find((row) => row.userId === agent.id) ?? null;
    const news = withNews(before, { reason, byId, messageId, words, happenedAt });
    const state = isSeen ? (triaged(news, "read", at, null) ?? news) : news;
    const row =
      before === null
        ? newRow(agent.id, ticket.id, state, at)
        : { ...before, ...state, version: before.version + 1 };
    return { row, alert: plan.alert && isListed(state) };
  });
  await saveRows(
    tx,
    changed.map(({ row }) => row),
    at,
  );
  for (const { row, alert } of changed) {
    const view = viewOf(row, ticket, byName);
    const payload = { userId: row.userId, row: view, listed: isListed(row), alert };
    tx.append(notificationChanged.make(payload));
  }
}

async function writeLetters(
  tx: CommandTx,
  decided: readonly Decided[],
  { told, ticket, byName, at }: About,
  eventId: string,
): Promise<number> {
  const wanted = decided.flatMap(({ agent, reason, plan }) =>
    plan.letter === null
      ? []
      : [
          {
            userId: agent.id,
            ticketId: ticket.id,
            aboutId: told.messageId ?? eventId,
            reason,
            byName,
            words: told.words,
            ...plan.letter,
          },
        ],
  );
  const fresh = await noteLetters(tx, wanted, at);
  const now = fresh.filter((letter) => letter.dueAt <= at);
  if (now.length === 0) return 0;
  const letter = await worded(tx, letters.notice);
  const mails = now.flatMap(({ userId, reason, words }) => {
    const agent = decided.find((one) => one.agent.id === userId)?.agent;
    if (agent === undefined) return [];
    const { number, subject } = ticket;
    const news = noticeNews(agent, [{ number, subject, reason, byName, words }]);
    return [agentMail(agent, letter, news, { ticketId: ticket.id, bulk: false })];
  });
  await queueMails(tx, mails, at);
  return now.length;
}

async function nameOf(tx: CommandTx, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const row = await tx.first<{ name: string }>(sql`select name from users where id = ${userId}`);
  return row?.name ?? null;
}

/** Tells those who work here what concerns them, each as they chose. */
export async function tellAgents(
  tx: CommandTx,
  happened: Told | null,
  event: Envelope,
  at: Date,
): Promise<{ told: number; mails: number }> {
  const nobody = { told: 0, mails: 0 };
  if (happened === null) return nobody;
  // The team hears of the return by itself; who only follows the ticket still hears what was said.
  const told = (await giveBack(tx, happened, at)) ? forFollowers(happened) : happened;
  const candidates = await candidatesFor(tx, told, at);
  const reasonBy = addressed(told, candidates);
  const happenedAt = new Date(event.occurredAt);
  const decided = candidates.flatMap((agent): Decided[] => {
    const reason = reasonBy.get(agent.id);
    if (reason === undefined || isOff(agent.choices[reason])) return [];
    const plan = planFor(agent.choices[reason], agent, at, isOfBulk(event));
    // A message that somebody has read already is in the inbox, and neither rings nor is mailed.
    const isSeen = told.messageId !== null && agent.seenAt !== null && agent.seenAt >= happenedAt;
    return [
      { agent, reason, isSeen, plan: isSeen ? { ...plan, alert: false, letter: null } : plan },
    ];
  });
  if (decided.length === 0) return nobody;
  // Two events of one ticket must not both find an inbox without it.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${told.ticketId}, 7001))`);
  const ticket = await rowOf(tx, told.ticketId);
  const byName = await nameOf(tx, told.byId);
  const about = { told, ticket, byName, happenedAt, at };
  const listed = decided.filter(({ plan }) => plan.inbox);
  if (listed.length > 0) await putInInboxes(tx, listed, about);
  return { told: listed.length, mails: await writeLetters(tx, decided, about, event.id) };
}
