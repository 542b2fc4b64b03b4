import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { readSession, roleMay } from "@/modules/identity";
import { MailPage } from "@/modules/mail/client";
import { now } from "@/platform/clock";
import { isDevelopmentMailbox, mailboxMail } from "@/platform/mailer";

export const metadata: Metadata = { title: "Mail" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await readSession((await headers()).get("cookie") ?? "");
  if (actor === null) redirect("/sign-in?to=/admin/mailbox");
  if (!roleMay(actor.role, "mailbox.read")) notFound();
  const mail = await mailboxMail((await params).id);
  if (mail === null) notFound();
  return (
    <MailPage
      mail={mail}
      base="/admin/mailbox"
      caught={isDevelopmentMailbox()}
      now={now()}
      zone="UTC"
    />
  );
}
