import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitSignUp } from "@/modules/identity";
import { DoorPage, type FormState, SignUpForm } from "@/modules/identity/client";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "Make an account" };

async function signUp(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitSignUp(await headers(), previous, form);
}

export default function SignUpPage() {
  return (
    <DoorPage
      title="Make an account"
      intro="To ask, and to see all of our answers in one place."
      below={
        <p>
          You have one? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm action={signUp} />
    </DoorPage>
  );
}
