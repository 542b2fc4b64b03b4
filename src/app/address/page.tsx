import type { Metadata } from "next";
import { headers } from "next/headers";
import { addressLink, submitAddressLink } from "@/modules/identity";
import { AddressLinkForm, DoorPage, type FormState } from "@/modules/identity/client";
import { frameOfPage, languageOfPage, sayOfPage } from "@/trpc/language";
import { ButtonLink } from "@/ui/button-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("address");
  return { title: say("title"), referrer: "same-origin" };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function follow(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitAddressLink(await headers(), await languageOfPage(), previous, form);
}

/** What each link says before it is followed. */
const words = {
  allow: { title: "allowTitle", text: "allowText", verb: "allowVerb" },
  confirm: { title: "confirmTitle", text: "confirmText", verb: "confirmVerb" },
  object: { title: "objectTitle", text: "objectText", verb: "objectVerb" },
} as const;

/** What a link about an address does, said before it is done. */
export default async function AddressPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const [say, doors, frame] = await Promise.all([
    sayOfPage("address"),
    sayOfPage("doors"),
    frameOfPage("ui", "doors", "address"),
  ]);
  const link = typeof token === "string" ? await addressLink(token) : null;
  const toAccount = <ButtonLink href="/portal/account">{say("account")}</ButtonLink>;
  if (typeof token !== "string" || link === null)
    return (
      <DoorPage
        frame={frame}
        languageLabel={doors("language")}
        title={say("goneTitle")}
        intro={say("gone")}
      >
        {toAccount}
      </DoorPage>
    );
  const { step, oldEmail, newEmail } = link;
  const toPassword = <ButtonLink href="/reset-password">{doors("newPassword")}</ButtonLink>;
  const text = say(words[step].text, { email: step === "object" ? oldEmail : newEmail });
  return (
    <DoorPage
      frame={frame}
      languageLabel={doors("language")}
      title={say(words[step].title)}
      intro={<span className="break-words">{text}</span>}
    >
      <AddressLinkForm
        action={follow}
        token={token}
        verb={say(words[step].verb)}
        next={step === "object" ? toPassword : toAccount}
      />
    </DoorPage>
  );
}
