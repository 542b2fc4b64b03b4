"use client";

import { lazy, Suspense, useState } from "react";
import { AdminPage, AdminRow, AdminRows } from "@/modules/responses/components/admin/admin-page";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { Coming } from "@/ui/coming";
import { EmptyState } from "@/ui/empty-state";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { MailboxView } from "../../queries/admin-lists";

const MailboxDialog = lazy(() => import("./mailbox-dialog"));

const refreshMs = 10_000;

function Facts({ mailbox, zone }: { mailbox: MailboxView; zone: string }) {
  const now = useNow();
  const { imap, lastMailAt, fetchedAt, fault, faultAt } = mailbox;
  return (
    <>
      <p>
        {mailbox.address} ·{" "}
        {imap === null ? "handed over by SMTP" : `fetched from ${imap.host} (${imap.folder})`}
      </p>
      <p>
        {lastMailAt === null ? (
          "No mail yet"
        ) : (
          <>
            Last mail <Time value={lastMailAt} now={now} zone={zone} />
          </>
        )}
        {imap !== null && fetchedAt !== null && (
          <>
            {" "}
            · last looked <Time value={fetchedAt} now={now} zone={zone} />
          </>
        )}
      </p>
      {fault !== null && faultAt !== null && (
        <p className="text-bad">
          <Time value={faultAt} now={now} zone={zone} />: the server said “{fault}”. We try again by
          ourselves.
        </p>
      )}
    </>
  );
}

const saysOf = (mailboxes: readonly MailboxView[] | undefined): string => {
  if (mailboxes === undefined) return "The addresses under which people write to you.";
  const broken = mailboxes.filter(({ fault, enabled }) => enabled && fault !== null);
  if (broken.length > 0)
    return broken.length === 1
      ? `Mail of ${broken[0]?.address} does not get through at the moment.`
      : `Mail of ${broken.length} mailboxes does not get through at the moment.`;
  return mailboxes.length === 0
    ? "No mail becomes a ticket yet: name the address under which people write to you."
    : "What is written to these addresses becomes a ticket or a reply.";
};

/** The addresses under which people write to the house, and whether their mail gets through. */
export function MailboxesPage({ zone }: { readonly zone: string }) {
  const utils = trpc.useUtils();
  const query = trpc.mail.mailboxes.useQuery(undefined, { refetchInterval: refreshMs });
  const mailboxes = query.data?.mailboxes;
  const [asking, setAsking] = useState<{ mailbox: MailboxView | null } | null>(null);
  return (
    <AdminPage
      title="Mailboxes"
      says={saysOf(mailboxes)}
      action={
        <Button variant="primary" onClick={() => setAsking({ mailbox: null })}>
          New mailbox
        </Button>
      }
    >
      {mailboxes === undefined && <SkeletonRows rows={3} label="Loading mailboxes" />}
      {mailboxes?.length === 0 && <EmptyState title="No mailboxes yet" />}
      {mailboxes !== undefined && mailboxes.length > 0 && (
        <AdminRows label="Mailboxes">
          {mailboxes.map((mailbox) => (
            <AdminRow
              key={mailbox.id}
              name={
                <span className="flex flex-wrap items-center gap-2">
                  {mailbox.name}
                  {mailbox.isDefault && <Chip>Default</Chip>}
                  {!mailbox.enabled && <Chip tone="warn">Switched off</Chip>}
                  {mailbox.enabled && mailbox.fault !== null && <Chip tone="bad">No way in</Chip>}
                </span>
              }
              facts={<Facts mailbox={mailbox} zone={zone} />}
              actions={
                <Button aria-label={`Edit ${mailbox.name}`} onClick={() => setAsking({ mailbox })}>
                  Edit
                </Button>
              }
            />
          ))}
        </AdminRows>
      )}
      {asking !== null && (
        <Suspense fallback={<Coming />}>
          <MailboxDialog
            mailbox={asking.mailbox}
            onClose={() => setAsking(null)}
            onDone={() => void utils.mail.mailboxes.invalidate()}
          />
        </Suspense>
      )}
    </AdminPage>
  );
}
