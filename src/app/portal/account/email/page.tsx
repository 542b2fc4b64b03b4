import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { passwordOf, submitAddress } from "@/modules/identity";
import { AddressForm, type FormState } from "@/modules/identity/client";
import { languageOfPage, meOfPage, sayOfPage, wordsOfPage } from "@/trpc/language";
import { readActorOfPage } from "@/trpc/page";
import { Card } from "@/ui/card";
import { TextLink } from "@/ui/text-link";
import { WordsProvider } from "@/ui/words";

const here = "/portal/account/email";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("address");
  return { title: say("title") };
}

async function change(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=${here}`);
  const language = await languageOfPage();
  return submitAddress(await headers(), { actor, language }, previous, form);
}

export default async function EmailPage() {
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=${here}`);
  const [{ email }, password, say] = await Promise.all([
    meOfPage(),
    passwordOf(actor.id),
    sayOfPage("address"),
  ]);
  return (
    <div className="flex w-full max-w-small flex-col gap-6">
      <div>
        <h1 className="text-display">{say("title")}</h1>
        <p className="mt-2 break-words text-body text-ink-2">{say("lead", { email })}</p>
      </div>
      <Card>
        {password === null && (
          <p className="mb-4 break-words text-body">{say("noPassword", { email })}</p>
        )}
        <WordsProvider {...(await wordsOfPage("ui", "doors", "address"))}>
          <AddressForm action={change} hasPassword={password !== null} />
        </WordsProvider>
      </Card>
      <p className="text-ui">
        <TextLink href="/portal/account">{say("account")}</TextLink>
      </p>
    </div>
  );
}
