import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReplyWeather } from "@/modules/capacity/components/weather/reply-weather";
import { formStamp } from "@/modules/conversations";
import { AskForm } from "@/modules/conversations/components/portal/ask-form";
import { GuestForm } from "@/modules/conversations/components/portal/guest-form";
import { guestProblems } from "@/modules/conversations/components/portal/guest-problems";
import {
  type GuestFormState,
  untouchedGuest,
} from "@/modules/conversations/components/portal/guest-state";
import { TopicChoice } from "@/modules/conversations/components/portal/topic-choice";
import { fieldsOfForm } from "@/modules/fields/client";
import { AskedFields } from "@/modules/fields/components/asked-fields";
import { LateSuggestions } from "@/modules/knowledge/components/portal/late-suggestions";
import { KnownTrouble } from "@/modules/workspace/components/known-trouble";
import { nowMs } from "@/platform/clock";
import { refusalWords } from "@/platform/i18n";
import { localeFor, type Say } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { refusalOf } from "@/trpc/errors";
import { withFormCaller } from "@/trpc/form-caller";
import { languageOfPage, meOfPage, sayOfPage, troubleOfPage, wordsOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { durationWords } from "@/ui/format/duration";
import { TextLink } from "@/ui/text-link";
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

/** The topics to choose among, which was chosen, and what is asked about it. */
async function askedOf(topic: string | string[] | undefined) {
  const { fields, topics } = await callerOfPage();
  const known = (await topics.asked({ language: await languageOfPage() })).topics;
  const topicId = known.find(({ id }) => id === topic)?.id ?? null;
  return { topics: known, topicId, fields: (await fields.asked({ topicId })).fields };
}

/** How long an answer takes is good to know, and no reason not to ask. */
async function weatherNow() {
  const { capacity } = await callerOfPage();
  return (await capacity.replyWeather().catch(() => ({ weather: null }))).weather;
}

async function knownTrouble() {
  const [say, trouble, language] = await Promise.all([
    sayOfPage("home"),
    troubleOfPage(),
    languageOfPage(),
  ]);
  return <KnownTrouble say={say} trouble={trouble} language={language} />;
}

export default async function AskPage({ searchParams }: PageProps) {
  const { subject, about, topic } = await searchParams;
  const actor = await readActorOfPage();
  const followed = readNumber(about);
  if (actor === null) {
    // What goes on with a request of one's own needs to know whose it is.
    if (followed !== null)
      redirect(`/sign-in?to=${encodeURIComponent(`/portal/ask?about=${followed}`)}`);
    return <GuestAsk subject={typeof subject === "string" ? subject : ""} topic={topic} />;
  }
  const say = await sayOfPage("ask");
  const spoken = await wordsOfPage("ask", "asked", "box", "upload", "refusal", "help");
  const { topics, topicId, fields } = await askedOf(topic);
  const given = typeof subject === "string" ? subject : "";
  const first = given === "" && followed !== null ? await subjectOf(followed, say) : given;
  const { sharedWith, sharedByAll } = await meOfPage();
  const weather = await weatherNow();
  return (
    <WordsProvider {...spoken}>
      <h1 className="mb-2 text-display">{say("title")}</h1>
      {sharedWith !== null && (
        <p className="mb-2 text-ink-2">
          {say(sharedByAll ? "whoSees" : "whoSeesLeads", { organization: sharedWith })}
        </p>
      )}
      {await knownTrouble()}
      <TopicChoice topics={topics} chosen={topicId} subject={first} about={followed} say={say} />
      <AskForm
        commandId={newId()}
        me={{ id: actor.id, email: actor.email }}
        follows={followed}
        subject={first.slice(0, limits.subjectCharsMax)}
        limits={boundsOf(localeFor(spoken.language))}
      >
        <input type="hidden" name="topicId" value={topicId ?? ""} />
        <AskedFields fields={fields} say={say} />
        <ReplyWeather weather={weather} say={say} locale={localeFor(spoken.language)} />
      </AskForm>
      <LateSuggestions language={spoken.language} fieldId="subject" />
    </WordsProvider>
  );
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** What was put into the form before it was sent, and which form that was. */
const filesOf = (form: FormData) => ({
  formId: textOf(form, "filesFormId"),
  stamp: textOf(form, "filesStamp"),
  attachmentIds: form.getAll("attachmentId").filter((id) => typeof id === "string"),
});

/** How much one may write and bring. */
const boundsOf = (locale: string) => ({
  subjectCharsMax: limits.subjectCharsMax,
  bodyCharsMax: limits.bodyCharsMax,
  filesMax: limits.attachmentsPerMessageMax,
  fileBytesMax: limits.attachmentBytesMax,
  locale,
});

async function askWithoutAccount(
  previous: GuestFormState,
  form: FormData,
): Promise<GuestFormState> {
  "use server";
  const names = ["name", "email", "subject", "body"] as const;
  const [name, email, subject, body] = names.map((field) => textOf(form, field).trim());
  const values = { name: name ?? "", email: email ?? "", subject: subject ?? "", body: body ?? "" };
  const language = await languageOfPage();
  const again = { ...untouchedGuest, values, attempt: previous.attempt + 1 };
  const say = await sayOfPage("guest");
  const box = await sayOfPage("box");
  const files = filesOf(form);
  const problems = guestProblems(values, limits, files.attachmentIds.length, { say, box });
  if (problems.length > 0) return { ...again, problems, renewed: previous.renewed };
  const fields = fieldsOfForm(form);
  const topicId = textOf(form, "topicId");
  try {
    await withFormCaller(({ requests }) =>
      requests.askAsGuest({
        commandId: textOf(form, "commandId"),
        ...values,
        ...(topicId === "" ? {} : { topicId }),
        ...(fields === undefined ? {} : { fields }),
        ...(files.attachmentIds.length === 0 ? {} : { files }),
        language,
        stamp: textOf(form, "stamp"),
        trap: textOf(form, "website"),
      }),
    );
  } catch (thrown) {
    const { code, detail } = refusalOf(getTRPCErrorFromUnknown(thrown));
    const says = typeof detail.says === "string" ? `${detail.says}. ` : "";
    const waitMs = Number(detail.retryAfterMs);
    const message =
      code === "rate_limited" && waitMs > 0
        ? say("wait", { wait: durationWords(waitMs, localeFor(language), "second") })
        : `${says}${refusalWords(language, code)}`;
    const commandId = newId();
    const renewed =
      code === "form_outdated" || code === "command_id_reused"
        ? { commandId, stamp: formStamp(commandId, nowMs()) }
        : previous.renewed;
    return { ...again, problems: [{ field: "send", message }], renewed };
  }
  return { ...again, sentTo: values.email };
}

interface GuestAskProps {
  readonly subject: string;
  readonly topic: string | string[] | undefined;
}

async function GuestAsk({ subject, topic }: GuestAskProps) {
  const [say, sayAsk, shell] = await Promise.all([
    sayOfPage("guest"),
    sayOfPage("ask"),
    sayOfPage("shell"),
  ]);
  const spoken = await wordsOfPage("guest", "box", "ask", "upload", "refusal", "help");
  const [{ topics, topicId, fields }, weather] = await Promise.all([askedOf(topic), weatherNow()]);
  const commandId = newId();
  return (
    <WordsProvider {...spoken}>
      <h1 className="mb-2 text-display">{sayAsk("title")}</h1>
      <p className="mb-2 text-ink-2">{say("intro")}</p>
      <p className="mb-6 text-ui">
        {say("haveAccount")} <TextLink href="/sign-in?to=/portal/ask">{shell("signIn")}</TextLink>
      </p>
      {await knownTrouble()}
      <TopicChoice topics={topics} chosen={topicId} subject={subject} about={null} say={sayAsk} />
      <GuestForm
        action={askWithoutAccount}
        commandId={commandId}
        stamp={formStamp(commandId, nowMs())}
        subject={subject.slice(0, limits.subjectCharsMax)}
        limits={boundsOf(localeFor(spoken.language))}
        days={Math.floor(limits.guestQuestionMs / (24 * 3_600_000))}
      >
        <input type="hidden" name="topicId" value={topicId ?? ""} />
        <AskedFields fields={fields} say={sayAsk} />
        <ReplyWeather weather={weather} say={sayAsk} locale={localeFor(spoken.language)} />
      </GuestForm>
      <LateSuggestions language={spoken.language} fieldId="subject" />
    </WordsProvider>
  );
}
