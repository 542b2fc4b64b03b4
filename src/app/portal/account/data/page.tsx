import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeletePart } from "@/modules/privacy/components/delete-part";
import { ExportPart } from "@/modules/privacy/components/export-part";
import { localeFor } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { refusalOf } from "@/trpc/errors";
import { languageOfPage, meOfPage, sayOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { TextLink } from "@/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("data");
  return { title: say("title") };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const here = "/portal/account/data";

async function askForCopy(): Promise<void> {
  "use server";
  const { privacy } = await callerOfPage();
  await privacy.requestExport({ commandId: newId() });
  redirect(here);
}

async function deleteAccount(form: FormData): Promise<void> {
  "use server";
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=${here}`);
  const typed = form.get("email");
  const email = typeof typed === "string" ? typed : "";
  let to = `${here}?deleted=1`;
  try {
    const { privacy } = await callerOfPage();
    await privacy.deleteAccount({ commandId: newId(), userId: actor.id, email });
  } catch (thrown) {
    const { code } = refusalOf(getTRPCErrorFromUnknown(thrown));
    to = `${here}?trouble=${code === "address_differs" ? "differs" : "refused"}#delete`;
  }
  redirect(to);
}

const readTrouble = (text: unknown) =>
  (["missing", "differs", "refused"] as const).find((one) => one === text) ?? null;

export default async function OwnDataPage({ searchParams }: PageProps) {
  const { deleted, trouble: troubleText } = await searchParams;
  const say = await sayOfPage("data");
  const actor = await readActorOfPage();
  if (actor === null) {
    if (deleted === undefined) redirect(`/sign-in?to=${here}`);
    return (
      <>
        <h1 className="text-title">{say("deletedTitle")}</h1>
        <p className="mt-2 text-body">{say("deleted")}</p>
      </>
    );
  }
  const { privacy } = await callerOfPage();
  const [me, { latest, mayAsk }] = await Promise.all([meOfPage(), privacy.latestExport()]);
  const at = { zone: me.timeZone, locale: localeFor(await languageOfPage(), me.locale) };
  const trouble = readTrouble(troubleText);
  return (
    <div className="flex flex-col gap-8">
      <div>
        <h1 className="text-title">{say("title")}</h1>
        <p className="text-body text-ink-2">{say("lead")}</p>
      </div>
      <ExportPart
        say={say}
        latest={latest}
        mayAsk={mayAsk}
        at={at}
        trouble={trouble === "missing" ? say("missing") : null}
        action={askForCopy}
      />
      <DeletePart
        say={say}
        isStaff={actor.role !== "customer"}
        trouble={trouble === null || trouble === "missing" ? null : say(trouble)}
        action={deleteAccount}
      />
      <p className="text-ui">
        <TextLink href="/portal">{say("back")}</TextLink>
      </p>
    </div>
  );
}
