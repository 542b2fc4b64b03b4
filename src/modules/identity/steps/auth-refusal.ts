import * as z from "zod";
import { isPrismaOutage } from "@/platform/database/prisma";
import { AppError, type ErrorCode, isAppError } from "@/platform/errors";
import { isStoreOutage } from "@/platform/valkey";

const apiErrorSchema = z.object({ body: z.object({ code: z.string() }) });

const codes: Readonly<Record<string, ErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: "sign_in_failed",
  INVALID_EMAIL: "sign_in_failed",
  PASSWORD_TOO_LONG: "sign_in_failed",
  EMAIL_NOT_VERIFIED: "email_unverified",
  ACCOUNT_SUSPENDED: "account_suspended",
  INVALID_TOKEN: "link_expired",
  USER_NOT_FOUND: "link_expired",
};

/** The code of better-auth's own refusal; null when something else was thrown. */
export function authCodeOf(thrown: unknown): string | null {
  const parsed = apiErrorSchema.safeParse(thrown);
  return parsed.success ? parsed.data.body.code : null;
}

/** What better-auth threw, in the words of our one table; faults stay faults. */
export function asRefusal(thrown: unknown): unknown {
  if (isAppError(thrown)) return thrown;
  if (isStoreOutage(thrown)) return new AppError("session_store_unavailable", { cause: thrown });
  if (isPrismaOutage(thrown)) return new AppError("database_unavailable", { cause: thrown });
  const code = codes[authCodeOf(thrown) ?? ""];
  return code === undefined ? thrown : new AppError(code, { cause: thrown });
}
