import { hashPassword } from "better-auth/crypto";
import pg from "pg";
import { now } from "@/platform/clock";
import { ensurePartitions } from "@/platform/database/partitions";
import { newId } from "@/platform/ids";
import { insertArticles } from "./articles";
import { copyInto } from "./copy";
import { demoAccounts, demoColleague, demoPassword } from "./demo/accounts";
import { deskTools, withFields } from "./demo/desk-tools";
import { historyOf, shownHistory } from "./demo/histories";
import { insertMailboxes } from "./demo/mailboxes";
import { insertPhotos } from "./demo/photos";
import { planTickets } from "./demo/plan";
import { insertPromises } from "./demo/promises";
import { demoRatings, insertRatings } from "./demo/ratings";
import { showcase } from "./demo/showcase";
import { makeWorkspace, organizations, teams, type Workspace } from "./demo/workspace";
import { seeded } from "./random";
import * as rows from "./rows";
import type { History } from "./unfold";

export type DemoAccount = { email: string; password: string; role: string };

const seed = 20_261_124;
const ticketCount = 1_200;
const activeCount = 60;
const historyMs = 92 * 24 * 3_600_000;

/** Ninety days of Fjord & Fern, oldest ticket first. The showcase is part of the 1,200. */
export function demoHistories(nowMs: number, firstNumber: number) {
  const random = seeded(seed);
  const workspace = makeWorkspace(random, nowMs);
  const activeShown = showcase.filter(({ goesOn }) => goesOn.at(-1)?.sets !== "resolved").length;
  const planned = planTickets(random, {
    count: ticketCount - showcase.length,
    activeCount: activeCount - activeShown,
    nowMs,
  });
  const all = [
    ...planned.map((ticket) => ({
      atMs: ticket.atMs,
      live: (number: number) => historyOf(ticket, workspace, random, { number, nowMs }),
    })),
    ...showcase.map((shown) => ({
      atMs: nowMs - shown.ago * 60_000,
      live: (number: number) => shownHistory(shown, workspace, random, { number, nowMs }),
    })),
  ].sort((a, b) => a.atMs - b.atMs);
  // Its own chance, so that what was seeded before stays the same.
  const chance = seeded(seed + 1);
  const histories = all.map(({ live }, index) =>
    withFields(live(firstNumber + index), workspace, chance),
  );
  return { workspace, histories, random, tools: deskTools(histories, workspace, chance, nowMs) };
}

async function insertPeople(client: pg.Client, workspace: Workspace): Promise<void> {
  const { teamIds, organizationIds, agents, ada, customers } = workspace;
  const since = ada.since;
  await copyInto(
    client,
    rows.organizations,
    organizations.map(({ key, name, shares }) =>
      rows.copyLine([organizationIds[key], name, shares, since]),
    ),
  );
  await copyInto(client, rows.users, [...agents, ada, ...customers].map(rows.userLine));
  await copyInto(
    client,
    { table: "teams", columns: ["id", "name"] },
    teams.map(({ key, name }) => rows.copyLine([teamIds[key], name])),
  );
  const members = agents.flatMap(({ id, team }) =>
    team === null ? [] : [rows.copyLine([teamIds[team], id])],
  );
  await copyInto(client, { table: "team_members", columns: ["team_id", "user_id"] }, members);
}

/** Only the three of the doors and the one who acts by himself have a password. */
async function insertAccounts(client: pg.Client): Promise<void> {
  for (const email of [...demoAccounts.map(({ email }) => email), demoColleague])
    await client.query(
      `insert into accounts (id, account_id, provider_id, user_id, password)
       select $1, id::text, 'credential', id, $2 from users where email = $3`,
      [newId(), await hashPassword(demoPassword), email],
    );
}

async function insertTickets(
  client: pg.Client,
  histories: History[],
  random: ReturnType<typeof seeded>,
) {
  await copyInto(
    client,
    rows.tickets,
    histories.map(({ ticket }) => rows.ticketLine(ticket)),
  );
  await copyInto(
    client,
    rows.messages,
    histories.map((history) => rows.messageLines(history, random)),
  );
  await copyInto(
    client,
    rows.activityLogs,
    histories.map((history) => rows.activityLines(history, random)),
  );
}

/** Agents have read what they answered; what came in since is new to them. */
const readMarks = `
  insert into ticket_reads (user_id, ticket_id, seen_at)
  select author_id, ticket_id, max(created_at) from ticket_messages
  where author_id in (select id from users where role <> 'customer') group by 1, 2`;

/**
 * Fills an empty installation with Fjord & Fern, whole or not at all. It happens once: a database
 * that has the mark, keeps what it has.
 */
export async function seedDemo(
  databaseUrl: string,
  /** Where files of this installation lie; without a folder nobody sent a photo. */
  filesDir?: string,
): Promise<{ accounts: DemoAccount[] }> {
  const accounts = demoAccounts.map(({ email, password, role }) => ({ email, password, role }));
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "insightdesk-seed",
  });
  await client.connect();
  try {
    const at = now();
    await client.query("begin");
    const marked = await client.query("select from workspace where seeded is not null for update");
    if (marked.rowCount === 0) {
      await ensurePartitions(client, { from: new Date(at.getTime() - historyMs), to: at });
      const numbers = await client.query<{ number: string }>(
        "select min(number) as number from (select nextval('ticket_numbers') as number from generate_series(1, $1)) given",
        [ticketCount],
      );
      const firstNumber = Number(numbers.rows[0]?.number);
      const { workspace, histories, random, tools } = demoHistories(at.getTime(), firstNumber);
      await insertPeople(client, workspace);
      await insertAccounts(client);
      await insertTickets(client, histories, random);
      const mood = seeded(seed + 2);
      const ratings = demoRatings(histories, workspace.customers, mood, at.getTime());
      await insertRatings(client, ratings, mood);
      for (const { target, lines } of tools) await copyInto(client, target, lines);
      if (filesDir !== undefined) await insertPhotos(client, random, filesDir);
      await client.query(readMarks);
      await insertMailboxes(client, at);
      await insertArticles(client, at, workspace.ada);
      await insertPromises(client, at, new Date(at.getTime() - historyMs));
      await client.query("update workspace set name = 'Fjord & Fern', seeded = 'demo'");
    }
    await client.query("commit");
    await client.query(
      "analyze users, organizations, teams, tickets, ticket_messages, activity_logs, ticket_reads",
    );
    return { accounts };
  } finally {
    await client.end();
  }
}
