import pg from "pg";
import { directUrl } from "./pools";

/**
 * Runs statements that may take long and cannot stand in a transaction, one after another, on a
 * connection of their own: past the pooler, and without the patience of those who serve people.
 */
export async function maintain(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({
    connectionString: directUrl(),
    application_name: "insightdesk-maintenance",
  });
  // A connection that breaks fails the statement that runs, which is heard there.
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
