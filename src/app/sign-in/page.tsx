import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { enterDemo } from "@/modules/demo";
import { readSession, submitSignIn, wayIn } from "@/modules/identity";
import { DemoDoors, DoorPage, type FormState, SignInForm } from "@/modules/identity/client";
import { env } from "@/platform/env";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { Strip } from "@/ui/strip";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("signIn") };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function signIn(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const entered = await submitSignIn(await headers(), previous, form);
  if ("state" in entered) return entered.state;
  (await cookies()).set(entered.cookie);
  redirect(entered.to);
}

async function openDemoDoor(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const entered = await enterDemo(await headers(), previous, form);
  if ("state" in entered) return entered.state;
  (await cookies()).set(entered.cookie);
  redirect(entered.to);
}

/** Somebody who is signed in goes on; when the store cannot say, the form is here all the same. */
async function signedInRole() {
  const cookie = (await headers()).get("cookie") ?? "";
  const actor = await readSession(cookie).catch(() => null);
  return actor?.role ?? null;
}

export default async function SignInPage({ searchParams }: PageProps) {
  const { to } = await searchParams;
  const wanted = typeof to === "string" ? to : undefined;
  const role = await signedInRole();
  if (role !== null) redirect(wayIn(role, wanted));
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  const demo = env().DEMO_MODE;
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("signIn")}
      above={demo && <Strip tone="note">{say("demo")}</Strip>}
      below={
        <p>
          {say("noAccount")} <TextLink href="/sign-up">{say("makeOne")}</TextLink>
        </p>
      }
    >
      {demo && (
        <div className="mb-6 border-line border-b pb-6">
          <DemoDoors action={openDemoDoor} />
        </div>
      )}
      <SignInForm action={signIn} to={wanted} />
    </DoorPage>
  );
}
