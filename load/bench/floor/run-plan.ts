import type { PoolClient } from "pg";
import { now } from "@/platform/clock";
import { pools } from "@/platform/database";
import { newId } from "@/platform/ids";
import { noticeCommit } from "@/platform/outbox";
import type { Plan, Slot } from "./plan";

type Row = Readonly<Record<string, unknown>>;
type Done = { number: number; ids: readonly string[]; at: Date; rows: Row[][] };
type On = Pick<PoolClient, "query">;

function resolved(slot: Slot, { number, ids, at, rows }: Done): unknown {
  switch (slot.from) {
    case "captured":
      return slot.value;
    case "request":
      return number;
    case "clock":
      return at;
    case "id":
      return ids[slot.id];
    case "parts":
      return slot.parts.map((part) => (typeof part === "number" ? ids[part] : part)).join("");
    case "row": {
      const found = rows[slot.statement] ?? [];
      return slot.all ? found.map((row) => row[slot.column]) : found[0]?.[slot.column];
    }
  }
}

async function statements(on: On, plan: Plan, done: Done): Promise<void> {
  for (const { name, text, slots } of plan.statements) {
    const values = slots.map((slot) => resolved(slot, done));
    done.rows.push((await on.query<Row>({ name, text, values })).rows);
  }
}

async function inTransaction(plan: Plan, done: Done): Promise<void> {
  const client = await pools().write.connect();
  try {
    // Not awaited, as in the product: the first statement need not wait for it.
    const begun = client.query("begin");
    await statements(client, plan, done);
    await begun;
    await client.query("commit");
  } finally {
    client.release();
  }
  noticeCommit();
}

/** Everything that the database is asked for one request, and its rows as they came. */
export async function runPlan(plan: Plan, number: number): Promise<Row[][]> {
  const ids = Array.from({ length: plan.freshIds }, () => newId());
  const done: Done = { number, ids, at: now(), rows: [] };
  if (plan.inTransaction) await inTransaction(plan, done);
  else await statements(pools().write, plan, done);
  return done.rows.filter((rows) => rows.length > 0);
}
