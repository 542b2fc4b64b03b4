import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSetupOpen, submitFirstAdmin } from "@/modules/identity";
import { DoorPage, FirstAdminForm, type FormState } from "@/modules/identity/client";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("setup"), referrer: "same-origin" };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function setUp(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const entered = await submitFirstAdmin(await headers(), previous, form);
  if ("state" in entered) return entered.state;
  (await cookies()).set(entered.cookie);
  redirect(entered.to);
}

export default async function SetupPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  if (typeof token === "string" && (await isSetupOpen(token)))
    return (
      <DoorPage
        spoken={spoken}
        languageLabel={say("language")}
        title={say("setup")}
        intro={say("setupIntro")}
      >
        <FirstAdminForm action={setUp} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("setupGone")}
      intro={say("setupGoneIntro")}
    >
      <TextLink href="/sign-in">{say("signIn")}</TextLink>
    </DoorPage>
  );
}
