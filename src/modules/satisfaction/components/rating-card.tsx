import type { Say } from "@/platform/i18n/types";
import { fullTime } from "@/ui/format/time";
import { RatingForm } from "./rating-form";

interface RatingCardProps {
  readonly say: Say<"rating">;
  readonly rating: {
    token: string;
    opinion: "good" | "bad" | null;
    comment: string;
    until: string;
    isOpen: boolean;
  };
  readonly chosen: "good" | "bad" | null;
  readonly said: boolean;
  readonly trouble: string | null;
  readonly at: { zone: string; locale: string };
  readonly action: (form: FormData) => Promise<void>;
}

/** How a request was solved, as its requester sees it: what they said, and until when they may say. */
export function RatingCard(props: RatingCardProps) {
  const { say, rating, chosen, said, trouble, at, action } = props;
  const until = fullTime(new Date(rating.until), at);
  return (
    <div className="flex flex-col gap-4">
      {trouble !== null && (
        <p role="alert" className="border-bad border-s-2 ps-2 text-bad text-ui">
          {trouble}
        </p>
      )}
      {said && trouble === null && (
        <p role="status" className="rounded-card bg-good-soft p-3 text-on-good-soft text-ui">
          {say("thanks")}
        </p>
      )}
      {rating.isOpen ? (
        <>
          <RatingForm say={say} rating={rating} chosen={chosen} action={action} />
          {rating.opinion !== null && (
            <p className="text-ink-2 text-small">
              {say("until")} {until}.
            </p>
          )}
        </>
      ) : (
        <p className="text-ink-2 text-ui">{say(rating.opinion === null ? "tooLate" : "late")}</p>
      )}
    </div>
  );
}
