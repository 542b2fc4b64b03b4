import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const secrets = z.object({ AUTH_SECRET: z.string().min(32) });

export type Secrets = z.output<typeof secrets>;

/** Made once for this folder and readable by its owner alone; a new one would sign everybody out. */
export function secretsIn(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file)
    ? secrets.safeParse(parseJson(readFileSync(file, "utf8")))
    : undefined;
  if (kept?.success) return kept.data;
  const made: Secrets = { AUTH_SECRET: randomBytes(36).toString("base64url") };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
