import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { MailboxPage } from "@/modules/mail/client";
import { now } from "@/platform/clock";
import { isDevelopmentMailbox, isOpenMailbox, mailboxPage } from "@/platform/mailer";

export const metadata: Metadata = { title: "Mailbox" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: PageProps) {
  await connection();
  if (!isOpenMailbox()) notFound();
  const { before } = await searchParams;
  const page = await mailboxPage(typeof before === "string" ? before : undefined);
  return (
    <MailboxPage {...page} base="/mailbox" caught={isDevelopmentMailbox()} now={now()} zone="UTC" />
  );
}
