import type { ReactNode } from "react";
import { cx } from "@/ui/cx";
import { bytesWords } from "@/ui/format/number";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { useSay } from "@/ui/words";
import { standsInText } from "../../rules/inline-pictures";
import type { MessageView } from "../../schema";
import { MessageBody } from "../message-body";

interface LetterProps {
  readonly message: MessageView;
  readonly mine: boolean;
  readonly zone: string;
  readonly locale: string;
  readonly foot?: ReactNode;
}

/** One message of a request: ours on reply paper, the customers' on white. */
export function Letter({ message, mine, zone, locale, foot }: LetterProps) {
  const say = useSay("request");
  const now = useNow();
  const { id, author, state, html, createdAt } = message;
  const attachments = message.attachments.filter((file) => !standsInText(html ?? "", file.id));
  const name = mine ? say("you") : author.name;
  return (
    <article
      id={`message-${id}`}
      tabIndex={-1}
      aria-label={mine ? say("myMessage") : say("message", { author: name })}
      className={cx(
        "scroll-mt-12 rounded-card border border-line p-4",
        author.side === "staff" ? "me-4 bg-reply-paper md:me-12" : "ms-4 bg-raised md:ms-12",
      )}
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 text-ui">
        <span className="font-semibold text-ink">{name}</span>
        <span className="text-ink-2">
          {state === "held" ? (
            say("heldForOthers")
          ) : (
            <Time value={createdAt} now={now} zone={zone} locale={locale} />
          )}
        </span>
      </header>
      {state === "redacted" ? (
        <p className="text-body text-ink-2">{say("removed")}</p>
      ) : (
        <MessageBody html={html ?? ""} files={message.attachments} className="break-words" />
      )}
      {attachments.length > 0 && (
        <ul aria-label={say("files")} className="mt-3 flex flex-wrap gap-2">
          {attachments.map((file) => (
            <li key={file.id} className="max-w-full">
              <a
                href={`/portal/files/${file.id}`}
                className="inline-flex min-h-control max-w-full items-center gap-2 rounded-control border border-line-strong bg-raised px-3 text-ink text-ui no-underline hover:bg-hover"
              >
                <span className="min-w-0 truncate">{file.name}</span>
                <span className="shrink-0 text-ink-2 text-small tabular-nums">
                  {bytesWords(file.bytes, locale)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {foot}
    </article>
  );
}
