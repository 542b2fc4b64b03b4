import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from "lucide-react";
import type { RouterOutputs } from "@/trpc/client";

type Sender = RouterOutputs["mails"]["states"]["senders"][number];

const signs = {
  verified: { Icon: ShieldCheck, tone: "text-ink-3", says: "Sender verified" },
  doubted: { Icon: ShieldAlert, tone: "text-warn", says: "Sender not verified" },
  unsure: { Icon: ShieldQuestionMark, tone: "text-ink-3", says: "Sender not verified" },
} as const;

/** Whether a letter came from whom it names: quiet where it did, with the reason where it may not have. */
export function SenderLine({ sender: { found, why } }: { readonly sender: Sender }) {
  const { Icon, tone, says } = signs[found];
  return (
    <p className={`${tone} mt-3 inline-flex min-w-0 items-start gap-1 text-small`}>
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
      {found === "verified" ? (
        <span title={why}>{says}</span>
      ) : (
        <span className="min-w-0 break-words">
          {says}: {why}
        </span>
      )}
    </p>
  );
}
