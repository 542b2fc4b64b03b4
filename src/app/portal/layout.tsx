import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { PortalFormState } from "@/modules/conversations/components/portal/form-state";
import { PortalFormsProvider } from "@/modules/conversations/components/portal/portal-forms";
import { askProblems, bodyProblems } from "@/modules/conversations/components/portal/problems";
import { demoHintCookie, isHintClosed } from "@/modules/demo/client";
import { DemoStrip } from "@/modules/demo/components/demo-strip";
import { fieldsOfForm } from "@/modules/fields/client";
import { LanguageSwitch } from "@/modules/identity/components/language-switch";
import { SignOutButton } from "@/modules/identity/components/sign-out-button";
import { WorkspaceMark } from "@/modules/workspace/components/workspace-mark";
import { env } from "@/platform/env";
import { errorRules } from "@/platform/errors";
import { refusalWords } from "@/platform/i18n";
import { directionOf } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { surgeLevel } from "@/platform/surge";
import { refusalOf } from "@/trpc/errors";
import { withFormCaller } from "@/trpc/form-caller";
import { frameOfPage, languageOfPage, sayOfPage } from "@/trpc/language";
import { readActorOfPage } from "@/trpc/page";
import { Announcer } from "@/ui/announcer";
import { ButtonLink } from "@/ui/button-link";
import { DocumentLanguage } from "@/ui/document-language";
import { ReadingColumn } from "@/ui/shell/reading-column";
import { SkipLinks } from "@/ui/skip-links";
import { SoftLink } from "@/ui/soft-link";
import { Strip } from "@/ui/strip";
import { WordsProvider } from "@/ui/words";

export async function generateMetadata(): Promise<Metadata> {
  const [say, { name }] = await Promise.all([sayOfPage("shell"), frameOfPage()]);
  return { title: { default: say("title"), template: `%s · ${name}` } };
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const valuesOf = (form: FormData) => ({
  subject: textOf(form, "subject"),
  body: textOf(form, "body"),
});

/** The form again with what is wrong; after an answer that may be lost, under the same id. */
async function refused(
  previous: PortalFormState,
  form: FormData,
  thrown: unknown,
): Promise<PortalFormState> {
  const { code, detail } = refusalOf(getTRPCErrorFromUnknown(thrown));
  const rule = errorRules[code];
  const says = typeof detail.says === "string" ? `${detail.says}. ` : "";
  return {
    values: valuesOf(form),
    problems: [{ field: "send", message: `${says}${refusalWords(await languageOfPage(), code)}` }],
    attempt: previous.attempt + 1,
    commandId: rule.client === "retry" || code === "internal" ? textOf(form, "commandId") : null,
  };
}

/** The number of the request that the asked one goes on with. */
function followsOf(form: FormData): { followsNumber?: number } {
  const number = Number(textOf(form, "follows"));
  return Number.isSafeInteger(number) && number > 0 ? { followsNumber: number } : {};
}

/** What a question is about, where there is a choice. */
function topicOf(form: FormData): { topicId?: string } {
  const topicId = textOf(form, "topicId");
  return topicId === "" ? {} : { topicId };
}

async function ask(previous: PortalFormState, form: FormData): Promise<PortalFormState> {
  "use server";
  const { subject, body } = valuesOf(form);
  const box = await sayOfPage("box");
  const problems = askProblems({ subject, body, filesCount: 0 }, limits, box);
  const attempt = previous.attempt + 1;
  const commandId = textOf(form, "commandId");
  if (problems.length > 0) return { values: { subject, body }, problems, attempt, commandId };
  let number: number;
  try {
    const fields = fieldsOfForm(form);
    const asked = await withFormCaller(({ tickets }) =>
      tickets.create({
        commandId,
        subject,
        body,
        ...followsOf(form),
        ...topicOf(form),
        ...(fields === undefined ? {} : { fields }),
      }),
    );
    number = asked.number;
  } catch (thrown) {
    return refused(previous, form, thrown);
  }
  redirect(`/portal/requests/${number}?asked=1`);
}

type CarriedOut = { taken?: string; followUp?: number | null };

/**
 * Does what a form of a request asks for; gives the text of an answer that was taken back, and the
 * number of a new request that an answer to a closed one has become.
 */
async function carryOut(form: FormData): Promise<CarriedOut> {
  const about = { commandId: textOf(form, "commandId"), ticketId: textOf(form, "ticketId") };
  return withFormCaller(async ({ tickets, requests }) => {
    switch (textOf(form, "verb")) {
      case "undo": {
        const messageId = textOf(form, "messageId");
        return { taken: (await tickets.undoSend({ ...about, messageId })).bodyText };
      }
      case "resolve":
        await requests.resolve(about);
        return {};
      case "reopen":
        await requests.reopen(about);
        return {};
      default: {
        const holdSeconds = limits.undoSendSeconds;
        return tickets.reply({ ...about, body: textOf(form, "body"), holdSeconds });
      }
    }
  });
}

async function converse(previous: PortalFormState, form: FormData): Promise<PortalFormState> {
  "use server";
  const values = valuesOf(form);
  const attempt = previous.attempt + 1;
  const commandId = textOf(form, "commandId");
  const box = await sayOfPage("box");
  const problems =
    textOf(form, "verb") === "reply" ? bodyProblems(values.body, 0, limits, box) : [];
  if (problems.length > 0) return { values, problems, attempt, commandId };
  let done: CarriedOut;
  try {
    done = await carryOut(form);
  } catch (thrown) {
    return refused(previous, form, thrown);
  }
  const { taken, followUp } = done;
  if (taken !== undefined)
    return { values: { subject: "", body: taken }, problems: [], attempt: 0, commandId: null };
  if (followUp) redirect(`/portal/requests/${followUp}?asked=1`);
  const number = Number(textOf(form, "number"));
  redirect(Number.isSafeInteger(number) ? `/portal/requests/${number}#latest` : "/portal");
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  // A store that is away is for the page to say; the frame stands without a name, too.
  const actor = await readActorOfPage().catch(() => null);
  const say = await sayOfPage("shell");
  const { spoken, name, logo, accent, offered } = await frameOfPage("ui", "connection", "trouble");
  const { language } = spoken;
  const direction = directionOf(language);
  return (
    <WordsProvider {...spoken}>
      <DocumentLanguage language={language} direction={direction} />
      <SkipLinks label={say("skip")} links={[{ href: "#main", label: say("skip") }]} />
      {env().DEMO_MODE && actor?.role === "customer" && (
        <DemoStrip
          who="customer"
          says={{ hint: say("demoHint"), close: say("demoClose") }}
          closed={isHintClosed((await cookies()).get(demoHintCookie)?.value, "customer")}
        />
      )}
      {surgeLevel() > 0 && <Strip tone="info">{say("busy")}</Strip>}
      <ReadingColumn
        language={language}
        direction={direction}
        accent={accent}
        logo={
          <SoftLink
            href="/portal"
            className="inline-flex min-h-control items-center text-accent text-heading no-underline"
          >
            <WorkspaceMark name={name} logo={logo} />
          </SoftLink>
        }
        nav={
          <nav aria-label={say("places")} className="flex gap-1">
            <ButtonLink variant="quiet" href={`/portal/help/${language}`}>
              {say("help")}
            </ButtonLink>
            <ButtonLink variant="quiet" href="/portal">
              {say("title")}
            </ButtonLink>
            <ButtonLink href="/portal/ask">{say("ask")}</ButtonLink>
          </nav>
        }
        foot={
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            {actor && (
              <SoftLink href="/portal/account" className="min-w-0 break-words text-link">
                {say("signedInAs", { name: actor.name })}
              </SoftLink>
            )}
            <LanguageSwitch current={language} label={say("language")} offered={offered} />
            {actor && <SignOutButton>{say("signOut")}</SignOutButton>}
          </div>
        }
      >
        <PortalFormsProvider forms={{ ask, converse }}>{children}</PortalFormsProvider>
      </ReadingColumn>
      <Announcer />
    </WordsProvider>
  );
}
