"use client";

import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog, DialogClose } from "@/ui/dialog";
import { SkeletonRows } from "@/ui/skeleton";

type Of = { rawMailId: string } | { messageId: string };

interface OriginalDialogProps {
  readonly of: Of;
  readonly onClose: () => void;
}

function useOriginal(of: Of) {
  const nobody = "00000000-0000-0000-0000-000000000000";
  const isMail = "rawMailId" in of;
  const mail = trpc.mail.original.useQuery(
    { rawMailId: isMail ? of.rawMailId : nobody },
    { enabled: isMail, retry: false },
  );
  const message = trpc.mail.originalOfMessage.useQuery(isMail ? { messageId: nobody } : of, {
    enabled: !isMail,
    retry: false,
  });
  return isMail ? mail : message;
}

const textClass =
  "whitespace-pre-wrap break-all rounded-card border border-line bg-sunken p-3 font-mono text-small";

/** A mail as it came over the wire. It is text here: nothing of it is loaded, run or followed. */
export default function OriginalDialog({ of, onClose }: OriginalDialogProps) {
  const { data, error } = useOriginal(of);
  const original = data?.original ?? null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The original"
      size="large"
      scrollStop
      description="As it came, as text. Nothing of it is loaded or run."
      footer={
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      }
    >
      {error !== null && (
        <p role="alert" className="text-ui">
          There is no original: it did not come by mail, or it was removed.
        </p>
      )}
      {data === undefined && error === null && (
        <SkeletonRows rows={6} label="Loading the original" />
      )}
      {data?.original === null && (
        <p role="status" className="text-ui">
          The original is gone: it is kept for {data.keptDays} days, and this mail is older. What
          was written stands in the ticket, as long as the ticket does.
        </p>
      )}
      {original !== null && (
        <div className="flex flex-col gap-3">
          {original.envelopeTo.length > 0 && (
            <p className="break-all text-ui">
              Handed over from {original.envelopeFrom === "" ? "nobody" : original.envelopeFrom} for{" "}
              {original.envelopeTo.join(", ")}.
            </p>
          )}
          <section aria-label="Header">
            <h3 className="mb-1 font-semibold text-ui">Header</h3>
            <pre className={textClass}>{original.head}</pre>
          </section>
          <section aria-label="Body">
            <h3 className="mb-1 font-semibold text-ui">Body</h3>
            <pre className={textClass}>{original.body}</pre>
          </section>
          {original.moreBytes > 0 && (
            <p className="text-ink-2 text-small">{original.moreBytes} more bytes are not shown.</p>
          )}
        </div>
      )}
    </Dialog>
  );
}
