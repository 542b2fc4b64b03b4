import Link from "next/link";
import type { MailHead } from "@/platform/mailer";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Time } from "@/ui/time";
import { MailState } from "./mail-state";

interface MailboxPageProps {
  readonly mails: readonly MailHead[];
  /** Where the page with older mails is; null on the last one. */
  readonly older: string | null;
  /** The mailbox's own address: `/mailbox` or `/admin/mailbox`. */
  readonly base: string;
  readonly caught: boolean;
  readonly now: Date;
  readonly zone: string;
}

/** Our mails, the newest first. */
export function MailboxPage({ mails, older, base, caught, now, zone }: MailboxPageProps) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[64rem] px-4 py-6">
      <h1 className="text-title text-ink">Mailbox</h1>
      <p className="mt-1 max-w-prose text-body text-ink-2">
        {caught
          ? "No mail server is configured, so every mail that we send is caught here."
          : "Every mail that we have sent, or are about to send."}
      </p>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Ask something, or ask for a new password: the mail lands here.
        </EmptyState>
      ) : (
        <ul className="mt-4 divide-y divide-line rounded-card border border-line bg-surface">
          {mails.map((mail) => (
            <li key={mail.id}>
              <Link
                href={`${base}/${mail.id}`}
                className="flex min-h-control flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover"
              >
                <span className="min-w-0 flex-[2_1_14rem]">
                  <span className="block truncate text-ink text-ui">{mail.subject}</span>
                  <span className="block truncate text-ink-2 text-small">{mail.to}</span>
                </span>
                <MailState mail={mail} caught={caught} />
                <span className="text-ink-2 text-small">
                  <Time value={mail.createdAt} now={now} zone={zone} focusable={false} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {older !== null && (
        <p className="mt-4">
          <ButtonLink href={`${base}?before=${older}`}>Older</ButtonLink>
        </p>
      )}
    </main>
  );
}
