import type * as z from "zod";
import { limits } from "@/platform/limits";
import { isReserved } from "../queries/own-address";
import type { signUpSchema } from "../schema";
import { type Caller, countSecretMail } from "../steps/attempts";
import { asRefusal, authCodeOf } from "../steps/auth-refusal";
import { notSooner } from "../steps/not-sooner";
import { auth } from "./auth";

/**
 * Makes a customer's account and mails a link to confirm the address. For an address that has an
 * account already the answer is the same, and a mail tells its owner.
 * @throws AppError `rate_limited`
 */
export async function signUp(
  caller: Caller,
  { name, email, password }: z.output<typeof signUpSchema>,
): Promise<void> {
  await countSecretMail(caller, email);
  await notSooner(limits.blindAnswerMsMin, makeAccount({ name, email, password }));
}

async function makeAccount(body: { name: string; email: string; password: string }) {
  // Somebody moved from it lately: whoever has it may still take that back, and nobody else gets it.
  if (await isReserved(body.email)) return;
  try {
    const { api } = await auth();
    await api.signUpEmail({ body });
  } catch (thrown) {
    // Two that sign up with one address at the same moment: the later one learns no more.
    if (authCodeOf(thrown) === "FAILED_TO_CREATE_USER") return;
    throw asRefusal(thrown);
  }
}
