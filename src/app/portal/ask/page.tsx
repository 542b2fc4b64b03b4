import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReplyWeather } from "@/modules/capacity/components/weather/reply-weather";
import { AskForm } from "@/modules/conversations/components/portal/ask-form";
import { askWords as words } from "@/modules/conversations/components/portal/ask-words";
import { AskedFields } from "@/modules/fields/components/asked-fields";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { callerOfPage, readActorOfPage } from "@/trpc/page";

export const metadata: Metadata = { title: words.title };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const readNumber = (text: unknown) =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

/** The subject of a request that a new one follows; nothing where it cannot be seen. */
async function subjectOf(number: number): Promise<string> {
  const { requests } = await callerOfPage();
  const found = await requests.get({ number }).catch(() => null);
  return found === null ? "" : words.followUp(number, found.row.subject);
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
  const { fields: asks } = await callerOfPage();
  const { fields } = await asks.asked();
  const given = typeof subject === "string" ? subject : "";
  const first = given === "" && followed !== null ? await subjectOf(followed) : given;
  const { identity, capacity } = await callerOfPage();
  const { sharedWith } = await identity.me();
  // How long an answer takes is good to know, and no reason not to ask.
  const { weather } = await capacity.replyWeather().catch(() => ({ weather: null }));
  return (
    <>
      <h1 className="mb-2 text-display">{words.title}</h1>
      {sharedWith !== null && <p className="mb-2 text-ink-2">{words.whoSees(sharedWith)}</p>}
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
        }}
      >
        <AskedFields fields={fields} />
        <ReplyWeather weather={weather} />
      </AskForm>
    </>
  );
}
