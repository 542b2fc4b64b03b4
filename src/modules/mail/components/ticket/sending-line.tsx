"use client";

import { EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type RouterInputs, type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { addressesIn, wrongAddress } from "./addresses";

type Choices = RouterOutputs["mails"]["choices"];
type Chosen = Omit<RouterInputs["mails"]["choose"], "commandId" | "ticketId">;

/** "From Help, 1 blind copy". */
function summaryOf({ mailboxes, mailboxId, bcc }: Choices): string {
  const from = mailboxes.find(({ id }) => id === mailboxId)?.name ?? "the usual sender";
  const copies = bcc.length === 1 ? "1 blind copy" : `${bcc.length} blind copies`;
  return bcc.length === 0 ? `From ${from}` : `From ${from}, ${copies}`;
}

const sendingId = "sending";
let isWanted = false;

/** Leads to the line: at once, or when it has come. */
export function goToSending(): void {
  const line = document.getElementById(sendingId);
  isWanted = line === null;
  line?.focus();
}

/** Above an answer: from which mailbox it goes, and who gets it unseen by the others. */
export function SendingLine({ ticketId }: { readonly ticketId: string }) {
  const utils = trpc.useUtils();
  const { data } = trpc.mails.choices.useQuery({ ticketId });
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.mails.choose.useMutation();
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere && isWanted) goToSending();
  }, [isThere]);
  if (data === undefined) return null;
  const choose = (chosen: Chosen) =>
    attempt(async () => {
      // What one chose stands there at once; what the server keeps replaces it.
      utils.mails.choices.setData({ ticketId }, { ...data, ...chosen });
      await mutateAsync({ commandId: newId(), ticketId, ...chosen }).finally(() =>
        utils.mails.choices.invalidate({ ticketId }),
      );
    });
  return (
    <section
      id={sendingId}
      tabIndex={-1}
      aria-label="How it is mailed"
      className="min-w-0 text-small"
    >
      {/* A phone keeps its room for the words: one line says what unfolds. */}
      <Button
        variant="quiet"
        className="max-w-full px-2! text-small! md:hidden"
        aria-expanded={open}
        aria-controls="sending-choices"
        onClick={() => setOpen(!open)}
      >
        <span className="min-w-0 truncate">{summaryOf(data)}</span>
      </Button>
      <div
        id="sending-choices"
        className={`flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 ${open ? "" : "max-md:hidden"}`}
      >
        <From choices={data} onChoose={(mailboxId) => choose({ mailboxId })} />
        <BlindCopies bcc={data.bcc} onChange={(bcc) => choose({ bcc })} />
      </div>
    </section>
  );
}

interface FromProps {
  readonly choices: Choices;
  readonly onChoose: (mailboxId: string) => void;
}

const nameOf = ({ name, address }: Choices["mailboxes"][number]) => `${name} <${address}>`;

function From({ choices: { mailboxes, mailboxId }, onChoose }: FromProps) {
  const [only] = mailboxes;
  if (only === undefined) return null;
  if (mailboxes.length === 1 && only.id === mailboxId)
    return <span className="min-w-0 truncate text-ink-2">From {nameOf(only)}</span>;
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2 text-ink-2">
      From
      <Select
        aria-label="The mailbox that the answer goes from"
        className="w-auto! min-w-0"
        value={mailboxId ?? ""}
        onChange={({ target }) => target.value !== "" && onChoose(target.value)}
        options={[
          ...(mailboxId === null ? [{ value: "", label: "the usual sender" }] : []),
          ...mailboxes.map((mailbox) => ({ value: mailbox.id, label: nameOf(mailbox) })),
        ]}
      />
    </span>
  );
}

interface BlindCopiesProps {
  readonly bcc: readonly string[];
  readonly onChange: (bcc: string[]) => void;
}

function BlindCopies({ bcc, onChange }: BlindCopiesProps) {
  const [adding, setAdding] = useState(false);
  return (
    <>
      {bcc.length > 0 && (
        <ul aria-label="Blind copies" className="flex min-w-0 flex-wrap items-center gap-1">
          {bcc.map((address) => (
            <li key={address} className="min-w-0">
              <Chip
                icon={<EyeOff size={14} aria-hidden="true" />}
                onRemove={() => onChange(bcc.filter((one) => one !== address))}
                removeName={`Send no blind copy to ${address}`}
              >
                Blind copy to {address}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <AddBlindCopy
          onClose={() => setAdding(false)}
          onAdd={(added) => onChange([...new Set([...bcc, ...added])])}
          free={limits.blindCopiesMax - bcc.length}
        />
      ) : (
        <Button
          variant="quiet"
          className="px-2! text-small!"
          disabledReason={
            bcc.length >= limits.blindCopiesMax ? `At most ${limits.blindCopiesMax}` : null
          }
          onClick={() => setAdding(true)}
        >
          Add a blind copy
        </Button>
      )}
    </>
  );
}

interface AddBlindCopyProps {
  readonly free: number;
  readonly onAdd: (addresses: string[]) => void;
  readonly onClose: () => void;
}

/** One address or several; they hold for the next answer alone. */
function AddBlindCopy({ free, onAdd, onClose }: AddBlindCopyProps) {
  const [line, setLine] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const add = () => {
    const addresses = addressesIn(line);
    const wrong = wrongAddress(addresses);
    if (wrong !== undefined) return setFault(`${wrong} is not a whole address`);
    if (addresses.length > free) return setFault(`At most ${free} more`);
    if (addresses.length > 0) onAdd(addresses);
    onClose();
  };
  return (
    <form
      className="flex min-w-0 flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Input
        autoFocus
        aria-label="Blind copy of my next answer"
        aria-invalid={fault !== null}
        aria-describedby="blind-copy-fault"
        inputMode="email"
        autoComplete="off"
        placeholder="Address; nobody else sees it"
        className="w-64! max-w-full"
        value={line}
        onChange={(event) => {
          setLine(event.target.value);
          setFault(null);
        }}
      />
      <Button type="submit">Add</Button>
      <span id="blind-copy-fault" role="status" className="text-bad">
        {fault}
      </span>
    </form>
  );
}
