import { type Logger, pino } from "pino";
import { env } from "@/platform/env";
import { plainError } from "./plain-error";

const secretPaths = [
  "password",
  "token",
  "authorization",
  "cookie",
  "*.password",
  "*.token",
  "*.authorization",
  "*.cookie",
  "headers.cookie",
  "headers.authorization",
];

/** What no log of ours says, whatever it is given. */
export const logOptions = {
  redact: { paths: secretPaths, censor: "[removed]" },
  serializers: { err: plainError },
};

let root: Logger | undefined;

/** The process's logger. A request or job logs through `log().child({ requestId })`. */
export function log(): Logger {
  if (root !== undefined) return root;
  const { LOG_LEVEL, PROCESS_KIND } = env();
  const isScript = PROCESS_KIND === "script";
  // Who types a command wants its answer, and to hear of trouble; not how many connections it took.
  const level = isScript && LOG_LEVEL === "info" ? "warn" : LOG_LEVEL;
  const options = { ...logOptions, level, base: { process: PROCESS_KIND } };
  // What a script prints is its answer; another program may be reading it.
  root = isScript ? pino(options, pino.destination(2)) : pino(options);
  return root;
}
