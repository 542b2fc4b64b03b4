import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { submitResetRequest } from "@/modules/identity";
import { LanguageSwitch, untouchedForm } from "@/modules/identity/client";
import { ZoneChoice } from "@/modules/identity/components/zone-choice";
import { now } from "@/platform/clock";
import { localeFor } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { withFormCaller } from "@/trpc/form-caller";
import { frameOfPage, meOfPage, sayOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { ButtonLink } from "@/ui/button-link";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { relativeTime } from "@/ui/format/time";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";
import { TextLink } from "@/ui/text-link";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("account");
  return { title: say("title") };
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

async function saveName(form: FormData): Promise<void> {
  "use server";
  const name = textOf(form, "name").trim().slice(0, limits.nameCharsMax);
  if (name !== "")
    await withFormCaller(({ identity }) => identity.setName({ commandId: newId(), name }));
  redirect("/portal/account?done=name");
}

async function saveZone(form: FormData): Promise<void> {
  "use server";
  const timeZone = textOf(form, "timeZone");
  const saved = await withFormCaller(({ identity }) =>
    identity.setTimeZone({ commandId: newId(), timeZone }),
  ).then(
    () => true,
    () => false,
  );
  redirect(saved ? "/portal/account?done=zone#zone" : "/portal/account");
}

async function mailPassword(): Promise<void> {
  "use server";
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/portal/account");
  const form = new FormData();
  form.set("email", actor.email);
  await submitResetRequest(await headers(), untouchedForm, form);
  redirect("/portal/account?done=password");
}

async function endSession(form: FormData): Promise<void> {
  "use server";
  const session = textOf(form, "session");
  await withFormCaller(({ identity }) =>
    identity.endSessions({ commandId: newId(), session: session === "" ? null : session }),
  );
  redirect(session === "" ? "/sign-in" : "/portal/account#sessions");
}

export default async function AccountPage({ searchParams }: PageProps) {
  const { done } = await searchParams;
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/portal/account");
  const { identity } = await callerOfPage();
  const [me, { sessions }, say, sayData, sayAddress, frame] = await Promise.all([
    meOfPage(),
    identity.sessions(),
    sayOfPage("account"),
    sayOfPage("data"),
    sayOfPage("address"),
    frameOfPage(),
  ]);
  const { language } = frame.spoken;
  const context = { now: now(), zone: me.timeZone, locale: localeFor(language, me.locale) };
  const time = (value: string) => relativeTime(new Date(value), context);

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-display">{say("title")}</h1>
      <Card title={say("name")}>
        <form action={saveName} className="flex flex-wrap items-end gap-2">
          <Field id="name" label={say("name")} className="min-w-0 flex-1 basis-48">
            {(control) => (
              <Input
                {...control}
                name="name"
                required
                autoComplete="name"
                maxLength={limits.nameCharsMax}
                defaultValue={me.name}
              />
            )}
          </Field>
          <PlainButton type="submit">{say("save")}</PlainButton>
        </form>
        {done === "name" && (
          <p role="status" className="mt-2 text-good text-ui">
            {say("saved")}
          </p>
        )}
        <p className="mt-3 break-words text-ink-2 text-ui">
          {say("email")}: {me.email}
        </p>
        <p className="mt-1 text-ui">
          <TextLink href="/portal/account/email">{sayAddress("title")}</TextLink>
        </p>
      </Card>
      <Card title={say("language")}>
        <LanguageSwitch current={language} label={say("language")} offered={frame.offered} />
      </Card>
      <Card title={say("zone")}>
        <ZoneChoice zone={me.timeZone} say={say} action={saveZone} />
        {done === "zone" && (
          <p role="status" className="mt-2 text-good text-ui">
            {say("saved")}
          </p>
        )}
      </Card>
      <Card title={say("password")}>
        <p className="mb-3 break-words">{say("passwordText", { email: me.email })}</p>
        {done === "password" ? (
          <p role="status" className="text-good text-ui">
            {say("passwordSent")}
          </p>
        ) : (
          <form action={mailPassword}>
            <PlainButton type="submit">{say("passwordVerb")}</PlainButton>
          </form>
        )}
      </Card>
      <Card title={say("sessions")}>
        <ul id="sessions" className="flex flex-col">
          {sessions.map(({ session, device, begunAt, lastUsedAt, current }) => (
            <li
              key={session}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-3 first:border-t-0"
            >
              <div className="min-w-0">
                <p className="font-semibold">
                  {device === null ? say("unknownDevice") : say("device", device)}
                  {current && (
                    <span className="font-normal text-ink-2"> · {say("thisDevice")}</span>
                  )}
                </p>
                <p className="text-ink-2 text-ui">
                  {say("since", { time: time(begunAt) })},{" "}
                  {say("lastUsed", { time: time(lastUsedAt) })}
                </p>
              </div>
              {!current && (
                <form action={endSession}>
                  <input type="hidden" name="session" value={session} />
                  <PlainButton type="submit" variant="quiet">
                    {say("endOne")}
                  </PlainButton>
                </form>
              )}
            </li>
          ))}
        </ul>
        <form action={endSession} className="mt-3 flex flex-wrap items-center gap-3">
          <PlainButton type="submit">{say("endAll")}</PlainButton>
          <span className="text-ink-2 text-ui">{say("endAllText")}</span>
        </form>
      </Card>
      <Card title={sayData("title")}>
        <p className="mb-3">{sayData("lead")}</p>
        <ButtonLink href="/portal/account/data">{sayData("title")}</ButtonLink>
      </Card>
    </div>
  );
}
