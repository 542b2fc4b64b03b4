import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { openInvitation, submitInvitation } from "@/modules/identity";
import { AcceptForm, DoorPage, type FormState } from "@/modules/identity/client";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function accept(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const entered = await submitInvitation(await headers(), previous, form);
  if ("state" in entered) return entered.state;
  (await cookies()).set(entered.cookie);
  redirect(entered.to);
}

export default async function InvitationPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const invitation = typeof token === "string" ? await openInvitation(token) : null;
  if (typeof token === "string" && invitation !== null)
    return (
      <DoorPage
        title="You are invited"
        intro={`You will sign in as ${invitation.email}. Choose the name that others see, and a password.`}
      >
        <AcceptForm action={accept} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      title="This invitation does not open any more"
      intro="It was accepted or taken back, a newer one was sent, or its time is over. Whoever invited you can send it again."
    >
      <TextLink href="/sign-in">Sign in</TextLink>
    </DoorPage>
  );
}
