import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { Asked } from "@/modules/conversations/components/portal/asked";
import { RequestScreen } from "@/modules/conversations/components/portal/request-screen";
import { reopenWindowMs } from "@/modules/tickets/components/portal/reopen-window";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { localeFor } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { refusalOf } from "@/trpc/errors";
import { meOfPage, sayOfPage, wordsOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { NowProvider } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { WordsProvider } from "@/ui/words";

type PageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const readNumber = (text: string) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** The request; null where it does not exist or belongs to somebody else, which look the same. */
const readRequest = cache(async (number: number) => {
  const { requests } = await callerOfPage();
  return requests.get({ number }).catch((thrown: unknown) => {
    if (refusalOf(getTRPCErrorFromUnknown(thrown)).code === "ticket_not_found") return null;
    throw thrown;
  });
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const number = readNumber((await params).number);
  return { title: number === null ? undefined : `#${number}` };
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const number = readNumber((await params).number);
  if (number === null) notFound();
  const { asked, before } = await searchParams;
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=/portal/requests/${number}`);
  const { requests } = await callerOfPage();
  const [me, newest] = await Promise.all([meOfPage(), readRequest(number)]);
  if (newest === null) notFound();
  if (newest.row.mergedInto !== null) redirect(`/portal/requests/${newest.row.mergedInto}`);
  const earlier = typeof before === "string" ? await requests.messages({ number, before }) : null;
  const request = earlier === null ? newest : { ...newest, ...earlier };
  const held = request.messages.filter((message) => message.state === "held");
  const undo = Object.fromEntries(held.map((message) => [message.id, newId()]));
  const say = await sayOfPage("request");
  const sayAsked = await sayOfPage("asked");
  const spoken = await wordsOfPage("request", "box", "upload", "status", "refusal");
  const locale = localeFor(spoken.language, me.locale);

  return (
    <WordsProvider {...spoken}>
      <NowProvider initialNow={now().toISOString()}>
        {asked !== undefined && (
          <div className="mb-6">
            <Asked say={sayAsked} number={number} email={actor.email} />
          </div>
        )}
        {earlier !== null && (
          <p className="mb-4 text-ui">
            <TextLink href={`/portal/requests/${number}`}>{say("newer")}</TextLink>
          </p>
        )}
        <RequestScreen
          initial={request}
          me={{ ...me, locale }}
          limits={{
            subjectCharsMax: limits.subjectCharsMax,
            bodyCharsMax: limits.bodyCharsMax,
            filesMax: limits.attachmentsPerMessageMax,
            fileBytesMax: limits.attachmentBytesMax,
            locale,
          }}
          liveUrl={env().PUBLIC_REALTIME_URL}
          reopenWindowMs={reopenWindowMs}
          commandIds={{ reply: newId(), status: newId(), undo }}
        />
      </NowProvider>
    </WordsProvider>
  );
}
