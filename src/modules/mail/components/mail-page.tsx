import type { MailView } from "@/platform/mailer";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { MailState } from "./mail-state";
import { MailText } from "./mail-text";

interface MailPageProps {
  readonly mail: MailView;
  readonly base: string;
  readonly caught: boolean;
  readonly now: Date;
  readonly zone: string;
}

/** One mail, as its recipient reads it. */
export function MailPage({ mail, base, caught, now, zone }: MailPageProps) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[48rem] px-4 py-6">
      <p className="text-ui">
        <TextLink href={base}>Mailbox</TextLink>
      </p>
      <h1 className="mt-2 break-words text-title text-ink">{mail.subject}</h1>
      <DescriptionList
        className="mt-4"
        items={[
          { term: "To", value: <span className="break-all">{mail.to}</span> },
          { term: "State", value: <MailState mail={mail} caught={caught} /> },
          {
            term: "Written",
            value: <Time value={mail.createdAt} now={now} zone={zone} style="full" />,
          },
        ]}
      />
      {mail.fault !== null && (
        <Notice tone="bad" title="Why it was not sent" className="mt-4">
          {mail.fault}
        </Notice>
      )}
      <article className="mt-4 rounded-card border border-line bg-surface p-4 md:p-6">
        {mail.text === null ? (
          <p className="text-body text-ink-2">
            The text held a link for its recipient alone and is not kept.
          </p>
        ) : (
          <MailText text={mail.text} />
        )}
      </article>
    </main>
  );
}
