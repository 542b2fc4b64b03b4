import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitSignUp } from "@/modules/identity";
import { DoorPage, type FormState, SignUpForm } from "@/modules/identity/client";
import { frameOfPage, sayOfPage } from "@/trpc/language";
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
  const frame = await frameOfPage("ui", "doors");
  return (
    <DoorPage
      frame={frame}
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
