import { expect } from "@playwright/test";
import pg from "pg";
import * as z from "zod";
import { type Order, type StackFacts, stackFactsSchema } from "./control";

const controlUrl = () => process.env.E2E_CONTROL ?? "";

/** Where the processes are. */
export async function topology(): Promise<StackFacts> {
  const answer = await fetch(controlUrl());
  return stackFactsSchema.parse(await answer.json());
}

const startedSchema = z.object({ url: z.string() });

/** The product served by Next alone; where it is. It ends with the stack. */
export async function plainNext(): Promise<string> {
  const body = JSON.stringify({ what: "plain-next" } satisfies Order);
  const answer = await fetch(controlUrl(), { method: "POST", body });
  return startedSchema.parse(await answer.json()).url;
}

/** Breaks or mends one process. */
export async function order(given: Order): Promise<void> {
  const obeyed = async () => {
    const answer = await fetch(controlUrl(), { method: "POST", body: JSON.stringify(given) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  // While a process is gone its port may be the near end of somebody's connection for a moment.
  if (given.what === "start") await expect(obeyed).toPass({ timeout: 60_000 });
  else await obeyed();
}

/** Asks the database itself, for what no screen can prove. */
export async function inDatabase(text: string, values: unknown[] = []): Promise<unknown[]> {
  const { databaseUrl } = await topology();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
