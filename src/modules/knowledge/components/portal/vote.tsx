import type { Say } from "@/platform/i18n/client";
import { Field } from "@/ui/field";
import { PlainButton } from "@/ui/plain-button";
import { Textarea } from "@/ui/textarea";

interface VoteProps {
  readonly say: Say<"help">;
  readonly articleId: string;
  readonly language: string;
  readonly here: string;
  readonly voted: string | null;
  readonly reasonCharsMax: number;
}

/** Yes or no by a plain form; after a no, what was missing. */
export function Vote({ say, articleId, language, here, voted, reasonCharsMax }: VoteProps) {
  const about = (
    <>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="place" value={here} />
    </>
  );
  return (
    <section
      id="vote"
      aria-labelledby="vote-title"
      className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
    >
      <h2 id="vote-title" className="text-heading">
        {say("helpful")}
      </h2>
      {voted === null && (
        <form method="post" action="/portal/help/vote" className="flex gap-2">
          {about}
          <PlainButton type="submit" name="helpful" value="yes">
            {say("yes")}
          </PlainButton>
          <PlainButton type="submit" name="helpful" value="no">
            {say("no")}
          </PlainButton>
        </form>
      )}
      {voted !== null && <p role="status">{say(voted === "said" ? "reasonSent" : "thanks")}</p>}
      {voted === "no" && (
        <form method="post" action="/portal/help/vote" className="flex flex-col items-start gap-3">
          {about}
          <input type="hidden" name="helpful" value="no" />
          <Field label={say("whatMissing")} hint={say("whatMissingHint")} className="w-full">
            {(control) => (
              <Textarea {...control} name="reason" rows={3} required maxLength={reasonCharsMax} />
            )}
          </Field>
          <PlainButton type="submit">{say("sendReason")}</PlainButton>
        </form>
      )}
    </section>
  );
}
