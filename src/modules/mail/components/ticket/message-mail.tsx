"use client";

import { CircleX, Clock3, MailCheck, MailWarning, MailX } from "lucide-react";
import { useSyncExternalStore } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { SenderLine } from "./sender-line";
import { allStates, subscribeStates } from "./states-store";

type States = RouterOutputs["mails"]["states"];
type Mail = States["mails"][number];

const none: States = { mails: [], senders: [], caught: false };
const icon = { size: 16, "aria-hidden": true, className: "mt-0.5 shrink-0" } as const;
const lineClass = "inline-flex min-w-0 items-start gap-1";

interface MessageMailProps {
  readonly messageId: string;
  readonly isNote: boolean;
}

/** How far the mails of a message have come: a shape, words, and what one can do about it. */
export function MessageMail({ messageId, isNote }: MessageMailProps) {
  const states = useSyncExternalStore(subscribeStates, allStates, () => none);
  if (isNote)
    return (
      <p className={`${lineClass} mt-3 text-small`}>
        <MailX {...icon} />
        Stays in the team: mailed to nobody outside
      </p>
    );
  return <MailLines messageId={messageId} states={states} />;
}

interface SideMailProps {
  readonly messageId: string;
  /** All messages of the side conversation: one question for all of them. */
  readonly messageIds: readonly string[];
}

/** The same of what is said beside a ticket. */
export function SideMail({ messageId, messageIds }: SideMailProps) {
  const { data = none } = trpc.mails.states.useQuery({ messageIds: [...messageIds] });
  return <MailLines messageId={messageId} states={data} />;
}

function MailLines({ messageId, states }: { messageId: string; states: States }) {
  const sender = states.senders.find((one) => one.messageId === messageId);
  if (sender !== undefined) return <SenderLine sender={sender} />;
  const own = states.mails.filter((mail) => mail.messageId === messageId);
  if (own.length === 0) return null;
  return (
    <ul aria-label="Mail" className="mt-3 flex flex-col gap-1 border-line border-t pt-2 text-small">
      {own.map((mail) => (
        <li key={mail.mailId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <MailLine mail={mail} caught={states.caught} />
        </li>
      ))}
    </ul>
  );
}

function peopleOf({ to, unseen }: Mail): string {
  const hidden = unseen === 0 ? [] : [unseen === 1 ? "1 blind copy" : `${unseen} blind copies`];
  return [...to, ...hidden].join(", ");
}

const verbs = {
  reply: { waiting: "be mailed", done: "Mailed", failed: "mailed" },
  forward: { waiting: "be forwarded", done: "Forwarded", failed: "forwarded" },
  side: { waiting: "be mailed", done: "Mailed", failed: "mailed" },
} as const;

function MailLine({ mail, caught }: { mail: Mail; caught: boolean }) {
  const people = peopleOf(mail);
  const verb = verbs[mail.purpose];
  switch (mail.state) {
    case "waiting":
      return (
        <span className={`${lineClass} text-ink-2`}>
          <Clock3 {...icon} />
          <span className="min-w-0 break-words">
            {mail.reason === null
              ? `Waiting to ${verb.waiting} to ${people}`
              : `Not ${verb.failed} to ${people} yet, tried ${mail.attempts} ${mail.attempts === 1 ? "time" : "times"}: ${mail.reason}. It is tried again by itself.`}
          </span>
        </span>
      );
    case "sent":
      return (
        <span className={`${lineClass} text-ink-2`}>
          <MailCheck {...icon} />
          <span className="min-w-0 break-words">
            {caught ? "Caught in the development mailbox for" : `${verb.done} to`} {people}{" "}
            <At at={mail.at} />
            {mail.answer !== null && (
              <span title={`It said: ${mail.answer}`}>, accepted by the mail server</span>
            )}
          </span>
        </span>
      );
    case "failed":
      return (
        <>
          <span className={`${lineClass} text-bad`}>
            <CircleX {...icon} />
            <span className="min-w-0 break-words">
              Not {verb.failed} to {people}: {mail.reason ?? "nobody said why"}. Check the address.
            </span>
          </span>
          <SendAgain mail={mail} />
        </>
      );
    case "bounced":
      return (
        <span className={`${lineClass} text-bad`}>
          <MailWarning {...icon} />
          <span className="min-w-0 break-words">
            Came back from {people} <At at={mail.at} />: {mail.reason ?? "nobody said why"}. Check
            the address.
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
