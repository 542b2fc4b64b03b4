import type * as z from "zod";
import { type Cookie, endSession, type Role, sessionCookie } from "@/platform/auth";
import { AppError } from "@/platform/errors";
import { credentialsOf, sameCredentials } from "../queries/credentials";
import { roleSchema, type signInSchema } from "../schema";
import { type Caller, countSignIn, forgiveSignIn } from "../steps/attempts";
import { asRefusal } from "../steps/auth-refusal";
import { auth } from "./auth";

export type SignedIn = {
  user: { id: string; name: string; email: string; role: Role };
  cookie: Cookie;
};

/**
 * Lets somebody in who knows the password.
 * @throws AppError `sign_in_failed` alike for a wrong password and an address that nobody has,
 *   `email_unverified` and `account_suspended` only to those who know the password, `rate_limited`,
 *   `session_store_unavailable`.
 */
export async function signIn(
  caller: Caller,
  { email, password }: z.output<typeof signInSchema>,
): Promise<SignedIn> {
  await countSignIn(caller, email);
  const before = await credentialsOf(email);
  const { token, user } = await checkPassword(email, password, caller.userAgent);
  // A suspension or a new password that came in between has ended the sessions that it saw, and
  // this one may have come too late for that.
  if (!sameCredentials(before, await credentialsOf(email))) {
    await endSession(token);
    throw new AppError("sign_in_failed");
  }
  await forgiveSignIn(email);
  const role = roleSchema.parse(before?.role);
  return {
    user: { id: user.id, name: user.name, email: user.email, role },
    cookie: sessionCookie(token),
  };
}

async function checkPassword(email: string, password: string, userAgent = "") {
  try {
    const { api } = await auth();
    return await api.signInEmail({
      body: { email, password },
      headers: new Headers({ "user-agent": userAgent }),
    });
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
