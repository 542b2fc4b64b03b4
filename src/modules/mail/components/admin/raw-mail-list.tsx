"use client";

import { lazy, Suspense, useState } from "react";
import { AdminRow, AdminRows } from "@/modules/responses/components/admin/admin-page";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { type RouterInputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Coming } from "@/ui/coming";
import { EmptyState } from "@/ui/empty-state";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import type { RawMailView } from "../../queries/admin-lists";

const OriginalDialog = lazy(() => import("../original-dialog"));

export type MailState = RouterInputs["mail"]["list"]["state"];

const refreshMs = 10_000;

const outcomeWords: Readonly<Record<string, string>> = {
  new: "A new ticket",
  reply: "A reply",
  "follow-up": "A ticket that follows",
  bounce: "A mail of ours came back",
  ignore: "Nothing was made of it",
  duplicate: "The same letter came before",
};

function Facts({ mail, zone }: { mail: RawMailView; zone: string }) {
  const now = useNow();
  const { sender, mailbox, outcome, reason, ticketNumber, receivedAt } = mail;
  return (
    <>
      <p className="break-all">
        {sender ?? "Unknown sender"} to {mailbox} ·{" "}
        <Time value={receivedAt} now={now} zone={zone} />
      </p>
      {outcome !== null && (
        <p>
          {outcomeWords[outcome] ?? outcome}
          {ticketNumber !== null && (
            <>
              {" "}
              <TextLink href={`/tickets/${ticketNumber}`}>#{ticketNumber}</TextLink>
            </>
          )}
        </p>
      )}
      {reason !== null && <p>{reason}</p>}
    </>
  );
}

interface RawMailListProps {
  readonly state: MailState;
  readonly says: string;
  readonly empty: string;
  readonly zone: string;
}

/** Mails in one state, with what may be done to them. */
export function RawMailList({ state, says, empty, zone }: RawMailListProps) {
  const query = trpc.mail.list.useInfiniteQuery(
    { state },
    { getNextPageParam: (page) => page.next ?? undefined, refetchInterval: refreshMs },
  );
  const utils = trpc.useUtils();
  const readAgain = trpc.mail.readAgain.useMutation();
  const trash = trpc.mail.trash.useMutation();
  const restore = trpc.mail.restore.useMutation();
  const { change, refused } = useChange();
  const [original, setOriginal] = useState<string | null>(null);
  const mails = query.data?.pages.flatMap((page) => page.mails);
  const next = () => void utils.mail.list.invalidate();
  const button = (
    mail: RawMailView,
    label: string,
    send: (about: { commandId: string; rawMailId: string }) => Promise<unknown>,
    done: string,
  ) => (
    <Button
      aria-label={`${label}: ${mail.subject ?? "mail without a subject"}`}
      onClick={() =>
        void change(({ commandId }) => send({ commandId, rawMailId: mail.id }), { done, next })
      }
    >
      {label}
    </Button>
  );
  const actionsOf = (mail: RawMailView) => (
    <>
      <Button
        aria-label={`Original: ${mail.subject ?? "mail without a subject"}`}
        onClick={() => setOriginal(mail.id)}
      >
        Original
      </Button>
      {state === "quarantined" &&
        button(mail, "Try again", readAgain.mutateAsync, "It is tried again")}
      {state === "suspended" && button(mail, "Let in", readAgain.mutateAsync, "It is taken in")}
      {(state === "quarantined" || state === "suspended") &&
        button(mail, "Delete", trash.mutateAsync, "It is in the trash")}
      {state === "trashed" &&
        button(mail, "Restore", restore.mutateAsync, "It waits with the suspended")}
    </>
  );
  return (
    <div className="flex flex-col gap-3 pt-4">
      <p className="text-ink-2 text-ui">{says}</p>
      <Refused words={refused} />
      {mails === undefined && <SkeletonRows rows={4} label="Loading mail" />}
      {mails?.length === 0 && <EmptyState title={empty} />}
      {mails !== undefined && mails.length > 0 && (
        <AdminRows label="Mail">
          {mails.map((mail) => (
            <AdminRow
              key={mail.id}
              name={mail.subject === null || mail.subject === "" ? "(no subject)" : mail.subject}
              facts={<Facts mail={mail} zone={zone} />}
              actions={actionsOf(mail)}
            />
          ))}
        </AdminRows>
      )}
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
      {original !== null && (
        <Suspense fallback={<Coming />}>
          <OriginalDialog of={{ rawMailId: original }} onClose={() => setOriginal(null)} />
        </Suspense>
      )}
    </div>
  );
}
