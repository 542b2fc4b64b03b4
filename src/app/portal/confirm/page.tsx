import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { confirmQuestion } from "@/modules/conversations";
import { countLink, enterByLink } from "@/modules/identity";
import { isAppError } from "@/platform/errors";
import { sayOfPage } from "@/trpc/language";
import { ButtonLink } from "@/ui/button-link";
import { PlainButton } from "@/ui/plain-button";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("guest");
  return { title: say("confirmTitle"), referrer: "same-origin" };
}

/** One click by a person: programs that open every link of a mail confirm nothing. */
async function confirm(form: FormData): Promise<void> {
  "use server";
  const token = form.get("token");
  const given = await headers();
  await countLink(given);
  const asked = await confirmQuestion(typeof token === "string" ? token : "").catch(
    (thrown: unknown) => {
      if (isAppError(thrown) && thrown.rule.http < 500) return null;
      throw thrown;
    },
  );
  if (asked === null) redirect("/portal/confirm?gone=1");
  // The link lets in once; whoever follows it again has to show who they are.
  const cookie = asked.first
    ? await enterByLink(asked.personId, given.get("user-agent") ?? "")
    : null;
  if (cookie !== null) (await cookies()).set(cookie);
  redirect(`/portal/requests/${asked.number}?asked=1`);
}

export default async function ConfirmPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const say = await sayOfPage("guest");
  if (typeof token !== "string")
    return (
      <>
        <h1 className="mb-2 text-display">{say("goneTitle")}</h1>
        <p className="mb-6">{say("goneText")}</p>
        <ButtonLink variant="primary" href="/portal/ask">
          {say("askAgain")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <h1 className="mb-2 text-display">{say("confirmTitle")}</h1>
      <p className="mb-6">{say("confirmText")}</p>
      <form action={confirm}>
        <input type="hidden" name="token" value={token} />
        <PlainButton type="submit" variant="primary">
          {say("confirmVerb")}
        </PlainButton>
      </form>
    </>
  );
}
