import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitVerification } from "@/modules/identity";
import { DoorPage, type FormState, VerifyForm } from "@/modules/identity/client";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("confirmTitle"), referrer: "same-origin" };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function verify(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitVerification(await headers(), previous, form);
}

export default async function VerifyPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("confirmTitle")}
      below={
        <p>
          {say("confirmBelow")} <TextLink href="/sign-in">{say("signIn")}</TextLink>
        </p>
      }
    >
      {typeof token === "string" ? (
        <VerifyForm action={verify} token={token} />
      ) : (
        <p className="text-body text-ink-2">{say("confirmOpenLink")}</p>
      )}
    </DoorPage>
  );
}
