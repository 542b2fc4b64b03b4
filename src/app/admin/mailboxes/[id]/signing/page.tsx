import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SigningPage } from "@/modules/mail/components/signing/signing-page";
import { isId } from "@/platform/ids";
import { readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Signing" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function SigningPageRoute({ params }: PageProps) {
  const actor = await readActorOfPage();
  const { id } = await params;
  if (actor?.audience !== "admin" || !isId(id)) notFound();
  return <SigningPage mailboxId={id} />;
}
