import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { openInvitation, submitInvitation } from "@/modules/identity";
import { AcceptForm, DoorPage, type FormState } from "@/modules/identity/client";
import { sayOfPage, wordsOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("doors");
  return { title: say("invitation"), referrer: "same-origin" };
}

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
  const say = await sayOfPage("doors");
  const spoken = await wordsOfPage("ui", "doors");
  const invitation = typeof token === "string" ? await openInvitation(token) : null;
  if (typeof token === "string" && invitation !== null)
    return (
      <DoorPage
        spoken={spoken}
        languageLabel={say("language")}
        title={say("invited")}
        intro={say("invitedIntro", { email: invitation.email })}
      >
        <AcceptForm action={accept} token={token} />
      </DoorPage>
    );
  return (
    <DoorPage
      spoken={spoken}
      languageLabel={say("language")}
      title={say("invitationGone")}
      intro={say("invitationGoneIntro")}
    >
      <TextLink href="/sign-in">{say("signIn")}</TextLink>
    </DoorPage>
  );
}
