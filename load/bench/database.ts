import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import * as z from "zod";
import { Advice } from "../../scripts/system/advice";
import { root } from "../../scripts/system/root";
import { benchSubject } from "./operations";

const counted = z.object({ count: z.coerce.number() });

async function within<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function ticketsIn(url: string): Promise<number> {
  return within(url, async (client) => {
    const { rows } = await client.query("select count(*) from tickets");
    return counted.parse(rows[0]).count;
  });
}

/** As many tickets as are asked for, made by the product's own seed when there are fewer. */
export async function ensureTickets(
  url: string,
  tickets: number,
  report: (line: string) => void,
): Promise<void> {
  const found = await ticketsIn(url);
  if (found >= tickets) return;
  if (found > 0) {
    throw new Advice(
      `The bench's database holds ${found} tickets, fewer than --tickets ${tickets}. Ask for as many, or remove .data/bench and run it again.`,
    );
  }
  report(`Seeding ${tickets} tickets, once ...`);
  const args = ["scripts/run.mjs", "scripts/seed/main.ts", "--tickets", String(tickets)];
  const env = { ...process.env, DATABASE_URL: url, DATABASE_DIRECT_URL: url };
  const seed = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  const [code] = await once(seed, "exit");
  if (code !== 0) throw new Advice("The seed did not end well, so there is nothing to measure.");
}

/** Takes away what the last run wrote, so that every run meets the same database. */
export async function forgetWritten(url: string): Promise<void> {
  await within(url, async (client) => {
    await client.query("truncate outbox, commands, effects");
    await client.query("delete from outgoing_mails where ticket_id is not null");
    await client.query(
      "create temp table written as select id, created_at from tickets where subject = $1 and created_at > now() - interval '1 day'",
      [benchSubject],
    );
    for (const table of ["ticket_messages", "activity_logs", "ticket_reads"]) {
      const bounds = table === "ticket_reads" ? "" : "and created_at > now() - interval '1 day'";
      await client.query(
        `delete from ${table} where ticket_id in (select id from written) ${bounds}`,
      );
    }
    await client.query("delete from tickets where id in (select id from written)");
    await client.query("vacuum analyze tickets");
  });
}
