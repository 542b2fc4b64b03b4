import type { Say } from "@/platform/i18n/types";
import { limits } from "@/platform/limits";
import { Field } from "@/ui/field";
import { PlainButton } from "@/ui/plain-button";
import { RadioGroup } from "@/ui/radio-group";
import { Textarea } from "@/ui/textarea";

interface RatingFormProps {
  readonly say: Say<"rating">;
  readonly rating: { token: string; opinion: "good" | "bad" | null; comment: string };
  /** What a link of the mail says: it is chosen, and said only when somebody sends it. */
  readonly chosen: "good" | "bad" | null;
  readonly action: (form: FormData) => Promise<void>;
}

/** Was it good? A form that needs no script, and a person who sends it. */
export function RatingForm({ say, rating, chosen, action }: RatingFormProps) {
  const { opinion, comment, token } = rating;
  return (
    <form action={action} className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <RadioGroup
        label={say("question")}
        name="rating"
        defaultValue={chosen ?? opinion ?? ""}
        options={[
          { value: "good", label: say("good") },
          { value: "bad", label: say("bad") },
        ]}
      />
      <Field label={say("comment")} optional={say("optional")}>
        {(control) => (
          <Textarea
            {...control}
            name="comment"
            rows={4}
            defaultValue={comment}
            maxLength={limits.ratingCommentCharsMax}
          />
        )}
      </Field>
      <PlainButton type="submit" variant="primary" className="self-start">
        {opinion === null ? say("send") : say("change")}
      </PlainButton>
    </form>
  );
}
