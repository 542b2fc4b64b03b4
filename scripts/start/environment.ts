import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

export type Variables = Readonly<Record<string, string>>;

/** What is set to nothing counts as not set, in both. The environment wins over the file. */
export function mergeVariables(
  file: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): Variables {
  const merged: Record<string, string> = {};
  for (const source of [file, environment]) {
    for (const [name, text] of Object.entries(source)) {
      if (text !== undefined && text !== "") merged[name] = text;
    }
  }
  return merged;
}

export function readVariables(file: string): Variables {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return mergeVariables(parseEnv(text), process.env);
}

const purposes = [
  "VALKEY_CACHE_URL",
  "VALKEY_QUEUE_URL",
  "VALKEY_SESSION_URL",
  "VALKEY_REALTIME_URL",
] as const;

export type GivenServices = {
  /** The database that was named; none means that we bring our own. */
  database?: { url: string; directUrl: string };
  /** Every store that was named, by its variable. */
  valkey: readonly { name: string; url: string }[];
  /** Whether some purpose is left for which we must bring our own. */
  needsValkey: boolean;
};

export function givenServices(variables: Variables): GivenServices {
  const primary = variables.DATABASE_PRIMARY_URL;
  const url = variables.DATABASE_URL ?? primary;
  const valkey = ["VALKEY_URL", ...purposes].flatMap((name) => {
    // Of a cluster, one server is enough to ask.
    const [given] = variables[name]?.split(",") ?? [];
    return given === undefined ? [] : [{ name, url: given }];
  });
  const needsValkey =
    variables.VALKEY_URL === undefined && purposes.some((name) => variables[name] === undefined);
  if (url === undefined) return { valkey, needsValkey };
  const directUrl = variables.DATABASE_DIRECT_URL ?? primary ?? url;
  return { database: { url, directUrl }, valkey, needsValkey };
}
