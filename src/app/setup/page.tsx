import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSetupOpen, submitFirstAdmin } from "@/modules/identity";
import { DoorPage, FirstAdminForm, type FormState } from "@/modules/identity/client";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "Set up", referrer: "same-origin" };

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
  if (typeof token === "string" && (await isSetupOpen(token)))
    return (
      <DoorPage
        title="Set up"
        intro="You make the first admin, who lets everybody else in. This page opens once."
      >
        <FirstAdminForm action={setUp} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      title="This link has expired"
      intro="It was used already, or is older than an hour. While there is no admin, the next start prints a new one."
    >
      <TextLink href="/sign-in">Sign in</TextLink>
    </DoorPage>
  );
}
