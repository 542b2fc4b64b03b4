import type { Say } from "@/platform/i18n/client";
import { ButtonLink } from "@/ui/button-link";

interface AskedProps {
  readonly say: Say<"asked">;
  readonly number: number;
  readonly email: string;
  /** Where the request itself is not on this page. */
  readonly leads?: boolean | undefined;
  readonly headingRef?: ((heading: HTMLHeadingElement | null) => void) | undefined;
}

/** The number at once, where the answer comes, and what next. */
export function Asked({ say, number, email, leads = false, headingRef }: AskedProps) {
  return (
    <section className="rounded-card border border-line bg-good-soft p-4 text-on-good-soft md:p-6">
      <h2 ref={headingRef} tabIndex={-1} className="text-title">
        {say("title", { number })}
      </h2>
      <p className="mt-2 break-words text-body">{say("where", { email })}</p>
      <p className="mt-2 text-body">{say("next")}</p>
      {leads && (
        <p className="mt-4 flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={`/portal/requests/${number}`}>
            {say("open", { number })}
          </ButtonLink>
          <ButtonLink href="/portal">{say("all")}</ButtonLink>
        </p>
      )}
    </section>
  );
}
