import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { MailPage } from "@/modules/mail/client";
import { now } from "@/platform/clock";
import { isDevelopmentMailbox, isOpenMailbox, mailboxMail } from "@/platform/mailer";

export const metadata: Metadata = { title: "Mail" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  if (!isOpenMailbox()) notFound();
  const mail = await mailboxMail((await params).id);
  if (mail === null) notFound();
  return (
    <MailPage mail={mail} base="/mailbox" caught={isDevelopmentMailbox()} now={now()} zone="UTC" />
  );
}
