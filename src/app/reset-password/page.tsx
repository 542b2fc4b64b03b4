import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitReset, submitResetRequest } from "@/modules/identity";
import {
  DoorPage,
  type FormState,
  NewPasswordForm,
  ResetRequestForm,
} from "@/modules/identity/client";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("newPassword"), referrer: "same-origin" };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function request(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitResetRequest(await headers(), previous, form);
}

async function reset(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitReset(await headers(), previous, form);
}

export default async function ResetPasswordPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  if (typeof token === "string")
    return (
      <DoorPage
        spoken={spoken}
        languageLabel={say("language")}
        title={say("chooseNewPassword")}
        below={
          <p>
            {say("linkBroken")} <TextLink href="/reset-password">{say("askNewLink")}</TextLink>
          </p>
        }
      >
        <NewPasswordForm action={reset} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("forgot")}
      intro={say("forgotIntro")}
      below={<TextLink href="/sign-in">{say("backToSignIn")}</TextLink>}
    >
      <ResetRequestForm action={request} />
    </DoorPage>
  );
}
