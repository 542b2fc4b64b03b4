import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { Asked } from "@/modules/conversations/components/portal/asked";
import { RequestScreen } from "@/modules/conversations/components/portal/request-screen";
import { PeopleOfRequest } from "@/modules/tickets/components/portal/people-of-request";
import { reopenWindowMs } from "@/modules/tickets/components/portal/reopen-window";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { localeFor } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { refusalOf } from "@/trpc/errors";
import { withFormCaller } from "@/trpc/form-caller";
import { meOfPage, sayOfPage, wordsOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { ButtonLink } from "@/ui/button-link";
import { fullTime } from "@/ui/format/time";
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

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Who reads it changes: the field `verb` says how. */
async function changePeople(form: FormData): Promise<void> {
  "use server";
  const about = { commandId: textOf(form, "commandId"), ticketId: textOf(form, "ticketId") };
  const number = readNumber(textOf(form, "number"));
  const isDone = await withFormCaller(async ({ requests }) => {
    switch (textOf(form, "verb")) {
      case "add":
        return requests.addParticipant({ ...about, email: textOf(form, "email") });
      case "remove":
        return requests.removeParticipant({ ...about, personId: textOf(form, "personId") });
      case "follow":
        return requests.follow({ ...about, following: true });
      default:
        return requests.follow({ ...about, following: false });
    }
  }).then(
    () => true,
    () => false,
  );
  redirect(`/portal/requests/${number ?? ""}${isDone ? "" : "?refused=1"}#people`);
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const number = readNumber((await params).number);
  if (number === null) notFound();
  const { asked, before, refused } = await searchParams;
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=/portal/requests/${number}`);
  const { requests, sla } = await callerOfPage();
  const [me, newest, { by }] = await Promise.all([
    meOfPage(),
    readRequest(number),
    // Without it the page is a page all the same.
    sla.expected({ number }).catch(() => ({ by: null })),
  ]);
  if (newest === null) notFound();
  if (newest.row.mergedInto !== null) redirect(`/portal/requests/${newest.row.mergedInto}`);
  const earlier = typeof before === "string" ? await requests.messages({ number, before }) : null;
  const request = earlier === null ? newest : { ...newest, ...earlier };
  const held = request.messages.filter((message) => message.state === "held");
  const undo = Object.fromEntries(held.map((message) => [message.id, newId()]));
  const { satisfaction } = await callerOfPage();
  const { rating } = await satisfaction.ofRequest({ ticketId: request.row.id });
  const sayRating = await sayOfPage("rating");
  const say = await sayOfPage("request");
  const sayPeople = await sayOfPage("people");
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
        {by !== null && (
          <p className="mb-4 text-ink-2">
            {sayPeople("expected", {
              time: fullTime(new Date(by), { zone: me.timeZone, locale }),
            })}
          </p>
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
        {rating !== null && (
          <div className="mt-6 flex flex-wrap items-center gap-2 border-line border-t pt-6">
            <p className="min-w-0 flex-1 basis-full font-semibold text-ui">
              {sayRating(rating.opinion === null ? "question" : "thanks")}
            </p>
            {rating.isOpen &&
              (["good", "bad"] as const).map((answer) => (
                <ButtonLink
                  key={answer}
                  aria-current={rating.opinion === answer ? "true" : undefined}
                  href={`/portal/rating?${new URLSearchParams({ token: rating.token, rating: answer })}`}
                >
                  {sayRating(answer)}
                </ButtonLink>
              ))}
          </div>
        )}
        <PeopleOfRequest
          say={sayPeople}
          ticketId={newest.row.id}
          number={number}
          meId={actor.id}
          requester={newest.row.requester}
          participants={newest.participants}
          refusal={refused === undefined ? null : sayPeople("notAdded")}
          commandId={newId()}
          action={changePeople}
        />
      </NowProvider>
    </WordsProvider>
  );
}
