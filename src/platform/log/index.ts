import { type Logger, pino } from "pino";
import { env } from "@/platform/env";

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

let root: Logger | undefined;

/** The process's logger. A request or job logs through `log().child({ requestId })`. */
export function log(): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { process: env().PROCESS_KIND },
    redact: { paths: secretPaths, censor: "[removed]" },
  });
  return root;
}
