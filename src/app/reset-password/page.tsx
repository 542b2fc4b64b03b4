import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitReset, submitResetRequest } from "@/modules/identity";
import {
  DoorPage,
  type FormState,
  NewPasswordForm,
  ResetRequestForm,
} from "@/modules/identity/client";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "New password", referrer: "same-origin" };

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
  if (typeof token === "string")
    return (
      <DoorPage
        title="Choose a new password"
        below={
          <p>
            The link does not work any more?{" "}
            <TextLink href="/reset-password">Ask for a new one</TextLink>
          </p>
        }
      >
        <NewPasswordForm action={reset} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      title="Forgot password"
      intro="We send a link with which you choose a new one."
      below={<TextLink href="/sign-in">Back to sign in</TextLink>}
    >
      <ResetRequestForm action={request} />
    </DoorPage>
  );
}
