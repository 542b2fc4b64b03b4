import type { Metadata } from "next";
import { headers } from "next/headers";
import { submitVerification } from "@/modules/identity";
import { DoorPage, type FormState, VerifyForm } from "@/modules/identity/client";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "Confirm your address", referrer: "same-origin" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function verify(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitVerification(await headers(), previous, form);
}

export default async function VerifyPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  return (
    <DoorPage
      title="Confirm your address"
      below={
        <p>
          Sign in with your password to get a new link. <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      {typeof token === "string" ? (
        <VerifyForm action={verify} token={token} />
      ) : (
        <p className="text-body text-ink-2">Open the link in the mail that we sent you.</p>
      )}
    </DoorPage>
  );
}
