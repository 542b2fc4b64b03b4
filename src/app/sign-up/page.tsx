import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitSignUp } from "@/modules/identity";
import { DoorPage, type FormState, SignUpForm } from "@/modules/identity/client";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("makeAccount") };
}

async function signUp(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitSignUp(await headers(), previous, form);
}

export default async function SignUpPage() {
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("makeAccount")}
      intro={say("makeAccountIntro")}
      below={
        <p>
          {say("haveOne")} <TextLink href="/sign-in">{say("signIn")}</TextLink>
        </p>
      }
    >
      <SignUpForm action={signUp} />
    </DoorPage>
  );
}
