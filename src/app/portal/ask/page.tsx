import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AskForm } from "@/modules/conversations/components/portal/ask-form";
import { AskedFields } from "@/modules/fields/components/asked-fields";
import { localeFor, type Say } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { meOfPage, sayOfPage, wordsOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { WordsProvider } from "@/ui/words";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("ask");
  return { title: say("title") };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const readNumber = (text: unknown) =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

/** The subject of a request that a new one follows; nothing where it cannot be seen. */
async function subjectOf(number: number, say: Say<"ask">): Promise<string> {
  const { requests } = await callerOfPage();
  const found = await requests.get({ number }).catch(() => null);
  return found === null ? "" : say("followUp", { number, subject: found.row.subject });
}

export default async function AskPage({ searchParams }: PageProps) {
  const { subject, about } = await searchParams;
  const actor = await readActorOfPage();
  const followed = readNumber(about);
  if (actor === null) {
    const search = new URLSearchParams({
      ...(typeof subject === "string" && { subject }),
      ...(followed !== null && { about: String(followed) }),
    }).toString();
    const here = search === "" ? "/portal/ask" : `/portal/ask?${search}`;
    redirect(`/sign-in?to=${encodeURIComponent(here)}`);
  }
  const say = await sayOfPage("ask");
  const spoken = await wordsOfPage("ask", "asked", "box", "upload", "refusal");
  const { fields: asks } = await callerOfPage();
  const { fields } = await asks.asked();
  const given = typeof subject === "string" ? subject : "";
  const first = given === "" && followed !== null ? await subjectOf(followed, say) : given;
  const { sharedWith } = await meOfPage();
  return (
    <WordsProvider {...spoken}>
      <h1 className="mb-2 text-display">{say("title")}</h1>
      {sharedWith !== null && (
        <p className="mb-2 text-ink-2">{say("whoSees", { organization: sharedWith })}</p>
      )}
      <AskForm
        commandId={newId()}
        me={{ id: actor.id, email: actor.email }}
        follows={followed}
        subject={first.slice(0, limits.subjectCharsMax)}
        limits={{
          subjectCharsMax: limits.subjectCharsMax,
          bodyCharsMax: limits.bodyCharsMax,
          filesMax: limits.attachmentsPerMessageMax,
          fileBytesMax: limits.attachmentBytesMax,
          locale: localeFor(spoken.language),
        }}
      >
        <AskedFields fields={fields} say={say} />
      </AskForm>
    </WordsProvider>
  );
}
