import * as z from "zod";
import { developmentSecret, parts } from "./parts";

export { parts } from "./parts";

const schema = z.object({
  ...parts.process,
  ...parts.database,
  ...parts.valkey,
  ...parts.addresses,
  ...parts.secrets,
  ...parts.inside,
  ...parts.workspace,
  ...parts.mail,
  ...parts.storage,
  ...parts.worker,
});

export type Env = Readonly<z.output<typeof schema>>;

/** Names everything that is wrong with the environment at the same time. */
export class EnvironmentError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "EnvironmentError";
  }
}

/** What anybody can read in our code signs nothing in production, and what tests need is not for it. */
function fitForProduction(env: Env): Env {
  const serves = env.NODE_ENV === "production" && env.PROCESS_KIND !== "script";
  if (serves && env.AUTH_SECRET === developmentSecret)
    throw new EnvironmentError([
      "AUTH_SECRET: must be set in production; `openssl rand -base64 48` makes one",
    ]);
  if (serves && env.WEBHOOK_LOOPBACK)
    throw new EnvironmentError([
      "WEBHOOK_LOOPBACK: must not be set in production; webhooks would reach what listens here",
    ]);
  return env;
}

/**
 * Parses a source of variables; an empty text counts as not set.
 * @throws EnvironmentError with one line a fault.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.entries(source).filter(([, text]) => text !== undefined && text !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return fitForProduction(parsed.data);
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  );
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** For tests: the next reading parses the environment again. */
export function forgetEnv(): void {
  parsed = undefined;
}
