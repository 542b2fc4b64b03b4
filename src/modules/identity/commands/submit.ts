import type { Cookie } from "@/platform/auth";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { sayIn } from "@/platform/i18n";
import type { Values } from "@/platform/i18n/fill";
import type { KeyOf } from "@/platform/i18n/types";
import { limits } from "@/platform/limits";
import { addressNow } from "../queries/own-address";
import { untouched } from "../rules/form-state";
import { wayIn } from "../rules/way-in";
import {
  acceptSchema,
  firstAdminSchema,
  requestResetSchema,
  resetSchema,
  signInSchema,
  signUpSchema,
  verifySchema,
} from "../schema";
import { callerOf } from "../steps/caller";
import { visitorLanguage } from "../steps/visitor-language";
import type { FormState } from "../types";
import { acceptInvitation } from "./accept-invitation";
import { createFirstAdmin } from "./create-first-admin";
import { handleForm } from "./form";
import { requestReset, resetPassword } from "./reset-password";
import { type SignedIn, signIn } from "./sign-in";
import { requestSignInLink, signInByLink } from "./sign-in-by-link";
import { signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

type Headers = { get(name: string): string | null };
/** Either the form again, or the cookie to set and the page to go to. */
export type Entered = { state: FormState } | { cookie: Cookie; to: string };

function entered({ user, cookie }: SignedIn, form: FormData): Entered {
  const to = form.get("to");
  return { cookie, to: wayIn(user.role, typeof to === "string" ? to : null) };
}

export async function submitSignIn(
  headers: Headers,
  previous: FormState,
  form: FormData,
): Promise<Entered> {
  const handled = await handleForm(
    visitorLanguage(headers),
    signInSchema,
    previous,
    form,
    (given) => signIn(callerOf(headers), given),
  );
  return "state" in handled ? handled : entered(handled.result, form);
}

/** The password of every demo account; it opens nothing outside of demo mode. */
const demoPassword = "demo-demo-demo";

/** A door of the demo: signs in as one of its people, without a word. */
export async function submitDemoDoor(
  headers: Headers,
  previous: FormState,
  form: FormData,
): Promise<Entered> {
  if (!env().DEMO_MODE) throw new AppError("not_found");
  form.set("password", demoPassword);
  // A visitor may have tried out how one moves to another address; the door is the same person's.
  const email = form.get("email");
  if (typeof email === "string") form.set("email", await addressNow(email));
  return submitSignIn(headers, previous, form);
}

export async function submitFirstAdmin(
  headers: Headers,
  previous: FormState,
  form: FormData,
): Promise<Entered> {
  const caller = callerOf(headers);
  const handled = await handleForm(
    visitorLanguage(headers),
    firstAdminSchema,
    previous,
    form,
    async (given) => {
      await createFirstAdmin(caller, given);
      return signIn(caller, given);
    },
  );
  return "state" in handled ? handled : entered(handled.result, form);
}

export async function submitInvitation(
  headers: Headers,
  previous: FormState,
  form: FormData,
): Promise<Entered> {
  const caller = callerOf(headers);
  const handled = await handleForm(
    visitorLanguage(headers),
    acceptSchema,
    previous,
    form,
    async (given) => {
      const { email } = await acceptInvitation(caller, given);
      return signIn(caller, { email, password: given.password });
    },
  );
  return "state" in handled ? handled : entered(handled.result, form);
}

function done(headers: Headers, key: KeyOf<"doors">, values?: Values): FormState {
  return { ...untouched, done: sayIn(visitorLanguage(headers), "doors")(key, values) };
}

export async function submitSignUp(headers: Headers, previous: FormState, form: FormData) {
  const handled = await handleForm(
    visitorLanguage(headers),
    signUpSchema,
    previous,
    form,
    async (given) => {
      await signUp(callerOf(headers), given);
      return done(headers, "mailSent", { email: given.email });
    },
  );
  return "state" in handled ? handled.state : handled.result;
}

export async function submitResetRequest(headers: Headers, previous: FormState, form: FormData) {
  const handled = await handleForm(
    visitorLanguage(headers),
    requestResetSchema,
    previous,
    form,
    async (given) => {
      await requestReset(callerOf(headers), given);
      return done(headers, "resetSent", { email: given.email });
    },
  );
  return "state" in handled ? handled.state : handled.result;
}

export async function submitReset(headers: Headers, previous: FormState, form: FormData) {
  const handled = await handleForm(
    visitorLanguage(headers),
    resetSchema,
    previous,
    form,
    async (given) => {
      await resetPassword(callerOf(headers), given);
      return done(headers, "passwordSet");
    },
  );
  return "state" in handled ? handled.state : handled.result;
}

/** Sends a link that signs in; the answer is the same for every address. */
export async function submitLinkRequest(headers: Headers, previous: FormState, form: FormData) {
  const language = visitorLanguage(headers);
  const handled = await handleForm(language, requestResetSchema, previous, form, async (given) => {
    await requestSignInLink(callerOf(headers), { email: given.email, language });
    const minutes = limits.signInLinkMs / 60_000;
    const words = sayIn(language, "link")("sent", { email: given.email, minutes });
    return { ...untouched, done: words };
  });
  return "state" in handled ? handled.state : handled.result;
}

/** Signs in by such a link. */
export async function submitLink(
  headers: Headers,
  previous: FormState,
  form: FormData,
): Promise<Entered> {
  const handled = await handleForm(
    visitorLanguage(headers),
    verifySchema,
    previous,
    form,
    ({ token }) =>
      signInByLink(callerOf(headers), { token, userAgent: headers.get("user-agent") ?? "" }),
  );
  return "state" in handled ? handled : { cookie: handled.result, to: "/portal" };
}

export async function submitVerification(headers: Headers, previous: FormState, form: FormData) {
  const handled = await handleForm(
    visitorLanguage(headers),
    verifySchema,
    previous,
    form,
    async (given) => {
      await verifyEmail(callerOf(headers), given);
      return done(headers, "addressConfirmed");
    },
  );
  return "state" in handled ? handled.state : handled.result;
}
