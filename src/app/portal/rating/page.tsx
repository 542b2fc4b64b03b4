import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { rateByLink, ratingOfLink } from "@/modules/satisfaction";
import { readOpinion } from "@/modules/satisfaction/client";
import { RatingCard } from "@/modules/satisfaction/components/rating-card";
import { isAppError } from "@/platform/errors";
import { localeFor } from "@/platform/i18n/client";
import type { KeyOf } from "@/platform/i18n/types";
import { log } from "@/platform/log";
import { languageOfPage, meOfPage, sayOfPage } from "@/trpc/language";
import { ButtonLink } from "@/ui/button-link";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const troubles: Readonly<Record<string, KeyOf<"rating">>> = {
  link_expired: "expired",
  rating_closed: "tooLate",
  invalid_input: "choose",
  rate_limited: "often",
};

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("rating");
  // The link stays in the house. With "no-referrer" a form would come from nowhere, without scripts.
  return { title: say("title"), referrer: "same-origin", robots: { index: false } };
}

const textOf = (value: string | string[] | File | null | undefined) =>
  typeof value === "string" ? value : "";

/** Says it; whatever came of it, the page of the same link says so. */
async function rate(form: FormData): Promise<void> {
  "use server";
  const back = new URLSearchParams({ token: textOf(form.get("token")) });
  try {
    await rateByLink(await headers(), form);
    back.set("said", "1");
  } catch (thrown) {
    if (!isAppError(thrown)) log().error({ err: thrown }, "a rating could not be saved");
    back.set("trouble", isAppError(thrown) ? thrown.code : "fault");
    const rating = textOf(form.get("rating"));
    if (rating !== "") back.set("rating", rating);
  }
  redirect(`/portal/rating?${back}`);
}

export default async function RatingPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const say = await sayOfPage("rating");
  const rating = await ratingOfLink(textOf(asked.token));
  const me = await meOfPage().catch(() => null);
  const locale = localeFor(await languageOfPage(), me?.locale);
  const trouble = textOf(asked.trouble);
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-title">{say("title")}</h1>
        {rating !== null && (
          <p className="break-words text-body text-ink-2">
            {say("lead", { number: String(rating.number), subject: rating.subject })}
          </p>
        )}
      </div>
      {rating === null ? (
        <p className="text-body">{say("expired")}</p>
      ) : (
        <RatingCard
          say={say}
          rating={rating}
          chosen={readOpinion(asked.rating)}
          said={asked.said !== undefined}
          trouble={trouble === "" ? null : say(troubles[trouble] ?? "fault")}
          at={{ zone: me?.timeZone ?? "UTC", locale }}
          action={rate}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {rating !== null && (
          <ButtonLink href={`/portal/requests/${rating.number}`}>{say("request")}</ButtonLink>
        )}
        <ButtonLink variant="quiet" href="/portal/ask">
          {say("ask")}
        </ButtonLink>
      </div>
    </div>
  );
}
