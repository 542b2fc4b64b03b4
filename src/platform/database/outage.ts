import * as z from "zod";
import { AppError, isAppError } from "@/platform/errors";

/** PostgreSQL's codes for a server that goes, is full or not there yet. */
const awayCodes = new Set([
  ...["57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006"],
  // Its disk is full: nothing was changed, and once there is room the same change goes through.
  "53100",
]);
/** The socket's. */
const brokenCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);
/** Two changes that waited for each other, or one that waited too long: once more helps. */
const crowdedCodes = new Set(["40001", "40P01", "55P03"]);
/** What no column can hold: a zero byte in a text, a time before or after all of the calendar's. */
const unwritableCodes = new Set(["22021", "22P05", "22008", "22007"]);
const cancelled = "57014";
const words =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|connection error/i;

const faultSchema = z.object({ code: z.string().optional(), message: z.string() });

/** What search is refused with: stopped by its own clock, or no connection of its few came free. */
export function asSearchRefusal(thrown: unknown): unknown {
  const fault = faultSchema.safeParse(thrown);
  if (!fault.success || isAppError(thrown)) return thrown;
  if (fault.data.code === cancelled) return new AppError("search_stopped", { cause: thrown });
  return /timeout exceeded when trying to connect/i.test(fault.data.message)
    ? new AppError("search_busy", { cause: thrown })
    : asRefusal(thrown);
}

/**
 * A fault of the database as a refusal, where it is none of ours. After an outage the caller asks
 * again: a change that it may have cost is safe to repeat, because it carries its id. Anything else
 * stays what it is.
 */
export function asRefusal(thrown: unknown): unknown {
  const fault = faultSchema.safeParse(thrown);
  if (!fault.success || isAppError(thrown)) return thrown;
  const { code = "", message } = fault.data;
  if (unwritableCodes.has(code)) return new AppError("invalid_input", { cause: thrown });
  if (code === cancelled) return new AppError("request_timeout", { cause: thrown });
  const helps =
    awayCodes.has(code) ||
    brokenCodes.has(code) ||
    crowdedCodes.has(code) ||
    code.startsWith("08") ||
    words.test(message);
  return helps ? new AppError("database_unavailable", { cause: thrown }) : thrown;
}
