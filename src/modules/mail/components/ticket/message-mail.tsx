"use client";

import { CircleX, Clock3, MailCheck, MailWarning } from "lucide-react";
import { useSyncExternalStore } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { allStates, subscribeStates } from "./states-store";

type Mail = RouterOutputs["mails"]["states"]["mails"][number];

const none: ReturnType<typeof allStates> = { mails: [], caught: false };
const icon = { size: 16, "aria-hidden": true, className: "shrink-0" } as const;

/** How far the mails of a message have come: a shape, words, and what one can do about it. */
export function MessageMail({ messageId }: { readonly messageId: string }) {
  const { mails, caught } = useSyncExternalStore(subscribeStates, allStates, () => none);
  const own = mails.filter((mail) => mail.messageId === messageId);
  if (own.length === 0) return null;
  return (
    <ul aria-label="Mail" className="mt-3 flex flex-col gap-1 border-line border-t pt-2 text-small">
      {own.map((mail) => (
        <li key={mail.mailId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <MailLine mail={mail} caught={caught} />
        </li>
      ))}
    </ul>
  );
}

function MailLine({ mail, caught }: { mail: Mail; caught: boolean }) {
  const to = mail.to.join(", ");
  switch (mail.state) {
    case "waiting":
      return (
        <span className="inline-flex min-w-0 items-center gap-1 text-ink-2">
          <Clock3 {...icon} />
          {mail.reason === null
            ? `Waiting to be mailed to ${to}`
            : `Not mailed yet, tried ${mail.attempts} ${mail.attempts === 1 ? "time" : "times"}: ${mail.reason}. It is tried again by itself.`}
        </span>
      );
    case "sent":
      return (
        <span
          className="inline-flex min-w-0 items-center gap-1 text-ink-2"
          title={mail.answer === null ? undefined : `The mail server said: ${mail.answer}`}
        >
          <MailCheck {...icon} />
          <span className="min-w-0 break-words">
            {caught ? "Caught in the development mailbox for" : "Mailed to"} {to}{" "}
            <At at={mail.at} />
          </span>
        </span>
      );
    case "failed":
      return (
        <>
          <span className="inline-flex min-w-0 items-center gap-1 text-bad">
            <CircleX {...icon} />
            <span className="min-w-0 break-words">
              Not sent to {to}: {mail.reason ?? "nobody said why"}. Check the address.
            </span>
          </span>
          <SendAgain mail={mail} />
        </>
      );
    case "bounced":
      return (
        <span className="inline-flex min-w-0 items-center gap-1 text-bad">
          <MailWarning {...icon} />
          <span className="min-w-0 break-words">
            Came back from {to} <At at={mail.at} />: {mail.reason ?? "nobody said why"}. Check the
            address.
          </span>
        </span>
      );
  }
}

function At({ at }: { at: string | null }) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  return at === null ? null : <Time value={at} now={now} zone={zone} locale={locale} />;
}

function SendAgain({ mail: { mailId, ticketId } }: { mail: Mail }) {
  const utils = trpc.useUtils();
  const again = trpc.mails.sendAgain.useMutation();
  const send = () =>
    attempt(async () => {
      await again
        .mutateAsync({ commandId: newId(), mailId, ticketId })
        .finally(() => utils.mails.states.invalidate());
    });
  return (
    <Button busy={again.isPending} onClick={send}>
      Send again
    </Button>
  );
}
