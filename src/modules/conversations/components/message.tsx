"use client";

import { Lock } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Avatar } from "@/ui/avatar";
import { cx } from "@/ui/cx";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { isPicture } from "../rules/inline-pictures";
import type { MessageView } from "../schema";
import { Attachments } from "./attachments";
import { FoldedBody } from "./folded-body";
import { PictureList } from "./picture-list";

const HeldLine = lazy(() => import("./held-line"));

const papers = {
  customer: "border-line bg-raised",
  staff: "border-line bg-reply-paper",
  note: "ms-6 border-note-edge border-dashed bg-note-paper text-note-ink",
} as const;

type MessageProps = { message: MessageView; requesterName: string; foot?: ReactNode };

/** One message. A note differs from a reply by paper, edge, lock, words and place. */
export function Message({ message, requesterName, foot }: MessageProps) {
  const { author, kind, state } = message;
  return (
    <Sheet
      id={message.id}
      kind={kind}
      side={author.side}
      author={author.name}
      when={<SentAt at={message.createdAt} />}
    >
      {state === "redacted" ? (
        <p className="text-body text-ink-3">This text was removed.</p>
      ) : (
        <PictureList html={message.html ?? ""} files={message.attachments}>
          <FoldedBody
            html={message.html ?? ""}
            files={message.attachments}
            className={kind === "note" ? "text-note-ink" : ""}
          />
        </PictureList>
      )}
      <Attachments files={message.attachments.filter((file) => !isPicture(file.type))} />
      {foot}
      {state === "held" && (
        <Suspense fallback={null}>
          <HeldLine message={message} requesterName={requesterName} />
        </Suspense>
      )}
    </Sheet>
  );
}

interface SheetProps {
  readonly id?: string;
  readonly kind: "reply" | "note";
  readonly side: "customer" | "staff";
  readonly author: string;
  readonly when: ReactNode;
  readonly children: ReactNode;
}

/** The paper that a message is written on; the same for one that is on its way. */
export function Sheet({ id, kind, side, author, when, children }: SheetProps) {
  const isNote = kind === "note";
  return (
    <article
      id={id === undefined ? undefined : `message-${id}`}
      data-message={id}
      tabIndex={-1}
      aria-label={isNote ? `Internal note by ${author}` : `Reply by ${author}`}
      className={cx(
        "rounded-card border p-4 focus-visible:outline-offset-0 data-hit:ring-2 data-hit:ring-mark",
        papers[isNote ? "note" : side],
      )}
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-ui">
        <Avatar size={24} decorative name={author} />
        <span className="font-semibold">{author}</span>
        {isNote && (
          <span className="inline-flex items-center gap-1 text-small">
            <Lock size={14} aria-hidden="true" />
            Internal note
          </span>
        )}
        <span className={cx("ms-auto text-small", isNote ? "text-note-ink" : "text-ink-3")}>
          {when}
        </span>
      </header>
      {children}
    </article>
  );
}

function SentAt({ at }: { at: string }) {
  const now = useNow();
  const { timeZone, locale } = useMe();
  return <Time value={at} now={now} zone={timeZone} locale={locale} />;
}
