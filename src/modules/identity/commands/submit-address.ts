import type { Actor } from "@/platform/auth";
import { sayIn } from "@/platform/i18n";
import { limits } from "@/platform/limits";
import { addressLink, passwordOf } from "../queries/own-address";
import { again, untouched } from "../rules/form-state";
import { ownAddressSchema, signInSchema, verifySchema } from "../schema";
import { callerOf } from "../steps/caller";
import type { visitorLanguage } from "../steps/visitor-language";
import type { FormState } from "../types";
import { allowAddress, askAddress } from "./ask-address";
import { confirmAddress } from "./confirm-address";
import { handleForm } from "./form";
import { objectToAddress } from "./object-to-address";

type Headers = { get(name: string): string | null };
type Asking = { actor: Actor; language: ReturnType<typeof visitorLanguage> };

const minutes = limits.addressLinkMs / 60_000;
const done = (words: string): FormState => ({ ...untouched, done: words });

/** Somebody who is signed in wants another address. */
export async function submitAddress(
  headers: Headers,
  { actor, language }: Asking,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const say = sayIn(language, "address");
  const knows = (await passwordOf(actor.id)) !== null;
  const schema = knows ? signInSchema : ownAddressSchema;
  const handled = await handleForm(language, schema, previous, form, async (given) => {
    const { email } = given;
    if (email === actor.email.toLowerCase())
      return again(previous, { email }, { errors: [{ field: "email", message: say("same") }] });
    const { sentTo } = await askAddress(callerOf(headers), actor, given);
    return done(say(knows ? "sent" : "sentFirst", { email: sentTo, minutes }));
  });
  return "state" in handled ? handled.state : handled.result;
}

/** Does what a link about an address says, whoever opens it: the link is the proof. */
export async function submitAddressLink(
  headers: Headers,
  language: Asking["language"],
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const say = sayIn(language, "address");
  const caller = callerOf(headers);
  const handled = await handleForm(language, verifySchema, previous, form, async ({ token }) => {
    const link = await addressLink(token);
    if (link?.step === "confirm")
      return done(say("confirmed", { email: (await confirmAddress(caller, token)).email }));
    if (link?.step === "object") {
      const { email, isBack } = await objectToAddress(caller, token);
      return done(say(isBack ? "objected" : "shut", { email }));
    }
    const { email } = await allowAddress(caller, token);
    return done(say("sent", { email, minutes }));
  });
  return "state" in handled ? handled.state : handled.result;
}
