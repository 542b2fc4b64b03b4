import pg from "pg";
import { ensurePartitions } from "@/platform/database/partitions";
import { Advice } from "../../system/advice";
import { copyInto } from "../copy";
import type { TeamKey } from "../course";
import type { Agent } from "../play";
import { seeded } from "../random";
import * as rows from "../rows";
import { type Batch, batches, type Cast, type Desk } from "./generate";
import { type Population, populate, type Team, teamsFor } from "./population";
import { takeAway } from "./rebuild";

export type LoadOptions = {
  tickets: number;
  seed: number;
  until: Date;
  /** Whether indexes and foreign keys are made anew at the end; by default where that is faster. */
  rebuild?: boolean;
};
export type Loaded = { tickets: number; messages: number };
export type Report = (phase: string, share: number) => void;

const months = 24;
/** From here on indexes and foreign keys are cheaper made at the end than kept in step. */
const rebuildsFrom = 50_000;

async function refuseTwice(client: pg.Client, { customers }: Population, seed: number) {
  const { rowCount } = await client.query("select from users where email = $1", [
    customers[0]?.email,
  ]);
  if (rowCount !== 0)
    throw new Advice(
      `Seed ${seed} is already in this database. Take another one: --seed ${seed + 1}`,
    );
}

/** Teams go by their names: those that are there already take part. */
async function insertTeams(client: pg.Client, teams: readonly Team[], ids: readonly string[]) {
  await client.query(
    `insert into teams (id, name) select * from unnest($1::uuid[], $2::text[])
     on conflict (name) do nothing`,
    [ids, teams.map(({ name }) => name)],
  );
  const found = await client.query<{ id: string; name: string }>(
    "select id, name from teams where name = any($1)",
    [teams.map(({ name }) => name)],
  );
  return new Map(found.rows.map(({ id, name }) => [name, id]));
}

/** Who works at which desk: the seed's agents in turn, and whoever is in that team already. */
async function seatAgents(client: pg.Client, { agents }: Population, desks: readonly Desk[]) {
  const seats = agents.map(({ id }, index) => [desks[index % desks.length]?.teamId ?? "", id]);
  await copyInto(
    client,
    { table: "team_members", columns: ["team_id", "user_id"] },
    seats.map((seat) => rows.copyLine(seat)),
  );
}

const seated = `
  select team_id, users.id, users.name from team_members
  join users on users.id = team_members.user_id
  where team_id = any($1) and users.role <> 'customer' and users.suspended_at is null
  order by users.email`;

async function cast(
  client: pg.Client,
  options: LoadOptions,
  population: Population,
): Promise<Cast> {
  const random = seeded(options.seed, 5);
  const teams = teamsFor(options.tickets);
  const ids = teams.map(() => random.id(options.until.getTime()));
  const known = await insertTeams(client, teams, ids);
  const empty = teams.map(({ name }) => ({ teamId: known.get(name) ?? "", agents: [] }));
  await seatAgents(client, population, empty);
  const found = await client.query<{ team_id: string; id: string; name: string }>(seated, [
    empty.map(({ teamId }) => teamId),
  ]);
  const desks: Record<TeamKey, Desk[]> = { orders: [], sensors: [], growing: [], business: [] };
  teams.forEach(({ key, name }) => {
    const teamId = known.get(name) ?? "";
    const agents = found.rows
      .filter((row) => row.team_id === teamId)
      .map((row): Agent => ({ id: row.id, name: row.name, staff: true }));
    desks[key].push({ teamId, agents });
  });
  return { population, desks };
}

async function insertPopulation(client: pg.Client, population: Population): Promise<void> {
  const { organizations, customers, agents } = population;
  await copyInto(
    client,
    rows.organizations,
    organizations.map(({ id, name, sharesTickets, since }) =>
      rows.copyLine([id, name, sharesTickets, since]),
    ),
  );
  await copyInto(client, rows.users, [...customers, ...agents].map(rows.userLine));
}

async function insertBatch(client: pg.Client, batch: Batch): Promise<void> {
  await copyInto(client, rows.unnumberedTickets, batch.tickets);
  await copyInto(client, rows.messages, batch.messages);
  await copyInto(client, rows.activityLogs, batch.activity);
}

async function isWorthRebuilding(client: pg.Client, tickets: number): Promise<boolean> {
  if (tickets < rebuildsFrom) return false;
  const { rows: counted } = await client.query<{ present: string }>(
    "select count(*) as present from tickets",
  );
  return Number(counted[0]?.present) < tickets * 2;
}

async function fill(client: pg.Client, options: LoadOptions, report: Report): Promise<Loaded> {
  const untilMs = options.until.getTime();
  const from = new Date(untilMs);
  from.setUTCMonth(from.getUTCMonth() - months);
  const span = { tickets: options.tickets, fromMs: from.getTime(), untilMs };
  report("People and organizations", 0);
  const population = populate(seeded(options.seed, 1), { ...span, seed: options.seed });
  await refuseTwice(client, population, options.seed);
  await ensurePartitions(client, { from, to: options.until });
  await insertPopulation(client, population);
  const actors = await cast(client, options, population);
  const rebuild = options.rebuild ?? (await isWorthRebuilding(client, options.tickets));
  const toRebuild = rebuild ? await takeAway(client) : [];

  const loaded = { tickets: 0, messages: 0 };
  let loading: Promise<void> = Promise.resolve();
  for await (const batch of batches(options.seed, span, actors)) {
    await loading;
    loading = insertBatch(client, batch);
    // It is awaited in the next round; until then its fault must not end the process.
    loading.catch(() => undefined);
    loaded.tickets += batch.count;
    loaded.messages += batch.messageCount;
    report("Tickets", loaded.tickets / options.tickets);
  }
  await loading;
  for (const [index, statement] of toRebuild.entries()) {
    report("Indexes and foreign keys", index / toRebuild.length);
    await client.query(statement);
  }
  return loaded;
}

/** Adds a past to an installation: all of it or none, in one transaction. */
export async function seedLarge(
  databaseUrl: string,
  options: LoadOptions,
  report: Report = () => undefined,
): Promise<Loaded> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "insightdesk-seed",
  });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query("set local maintenance_work_mem = '512MB'");
    const loaded = await fill(client, options, report);
    // The clocks of what is still open the product reads itself, when a worker runs.
    await client.query("insert into sla_recomputes (id, reason) values (uuidv7(), 'installed')");
    report("Writing it down", 0);
    await client.query("commit");
    // The planner learns what is there now, and counting by an index alone needs this map.
    const learning = ["users", "organizations", "tickets", "ticket_messages", "activity_logs"];
    for (const [index, table] of learning.entries()) {
      report("Statistics", index / learning.length);
      await client.query(`vacuum (analyze) ${table}`);
    }
    report("Statistics", 1);
    return loaded;
  } finally {
    await client.end();
  }
}
