import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { readSession, roleMay } from "@/modules/identity";
import { MailboxPage } from "@/modules/mail/client";
import { now } from "@/platform/clock";
import { isDevelopmentMailbox, mailboxPage } from "@/platform/mailer";

export const metadata: Metadata = { title: "Mailbox" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: PageProps) {
  const actor = await readSession((await headers()).get("cookie") ?? "");
  if (actor === null) redirect("/sign-in?to=/admin/mailbox");
  if (!roleMay(actor.role, "mailbox.read")) notFound();
  const { before } = await searchParams;
  const page = await mailboxPage(typeof before === "string" ? before : undefined);
  return (
    <MailboxPage
      {...page}
      base="/admin/mailbox"
      caught={isDevelopmentMailbox()}
      now={now()}
      zone="UTC"
    />
  );
}
