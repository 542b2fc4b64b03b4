import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { submitLink, submitLinkRequest } from "@/modules/identity";
import { DoorPage, type FormState, OpenLinkForm, RequestLinkForm } from "@/modules/identity/client";
import { frameOfPage, sayOfPage } from "@/trpc/language";
import { TextLink } from "@/ui/text-link";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("link");
  return { title: say("title"), referrer: "same-origin" };
}

async function request(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  return submitLinkRequest(await headers(), previous, form);
}

async function open(previous: FormState, form: FormData): Promise<FormState> {
  "use server";
  const entered = await submitLink(await headers(), previous, form);
  if ("state" in entered) return entered.state;
  (await cookies()).set(entered.cookie);
  redirect(entered.to);
}

export default async function LinkPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const say = await sayOfPage("link");
  const doors = await sayOfPage("doors");
  const frame = await frameOfPage("ui", "doors", "link");
  const isOpening = typeof token === "string";
  return (
    <DoorPage
      frame={frame}
      languageLabel={doors("language")}
      title={isOpening ? say("openTitle") : say("title")}
      intro={isOpening ? say("openText") : say("intro")}
      below={
        <p className="flex flex-wrap gap-x-4">
          <TextLink href="/sign-in">{say("byPassword")}</TextLink>
          {isOpening && <TextLink href="/sign-in/link">{doors("askNewLink")}</TextLink>}
        </p>
      }
    >
      {isOpening ? (
        <OpenLinkForm action={open} token={token} />
      ) : (
        <RequestLinkForm action={request} />
      )}
    </DoorPage>
  );
}
