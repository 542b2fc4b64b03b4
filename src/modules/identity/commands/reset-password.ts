import type * as z from "zod";
import { limits } from "@/platform/limits";
import type { requestResetSchema, resetSchema } from "../schema";
import { type Caller, countLinkUse, countSecretMail } from "../steps/attempts";
import { asRefusal } from "../steps/auth-refusal";
import { notSooner } from "../steps/not-sooner";
import { auth } from "./auth";

/** Mails a link to choose a new password, if the address has an account; the answer is the same. */
export async function requestReset(
  caller: Caller,
  { email }: z.output<typeof requestResetSchema>,
): Promise<void> {
  await countSecretMail(caller, email);
  await notSooner(limits.blindAnswerMsMin, sendLink(email));
}

async function sendLink(email: string) {
  try {
    const { api } = await auth();
    await api.requestPasswordReset({ body: { email } });
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}

/**
 * Sets a new password by a link that works once, and ends every session of the person.
 * @throws AppError `link_expired`, `rate_limited`
 */
export async function resetPassword(
  caller: Caller,
  { token, password }: z.output<typeof resetSchema>,
): Promise<void> {
  await countLinkUse(caller);
  try {
    const { api } = await auth();
    await api.resetPassword({ body: { token, newPassword: password } });
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
