"use client";

import { Eye, Paperclip, Pencil } from "lucide-react";
import { type ClipboardEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { useMe } from "@/modules/tickets/components/me";
import { onStartWriting, writingStarted } from "@/modules/tickets/components/ticket/start-writing";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { ActionScope } from "@/ui/actions/scope";
import { clockTime } from "@/ui/format/time";
import { IconButton } from "@/ui/icon-button";
import { Tabs } from "@/ui/tabs";
import { Textarea } from "@/ui/textarea";
import { useLate } from "@/ui/use-late";
import type { MessageKind, MessageView } from "../../schema";
import type { DoubtDialogProps } from "./doubt-dialog";
import { restoreDraft } from "./draft-store";
import type { SetStatus } from "./outgoing-store";
import { SendButton } from "./send-button";
import { arrivedSince, type Doubt, mentioned, whyNotSend } from "./send-checks";
import { attachWords, UploadList } from "./upload-list";
import { useDraft } from "./use-draft";
import { useSend } from "./use-send";
import { useUploads } from "./use-uploads";

/** Fetched after the first paint: it is there long before somebody can have written a reply. */
const loadDoubtDialog = () => import("./doubt-dialog").then(({ DoubtDialog }) => DoubtDialog);
const MarkdownPreview = lazy(() => import("./markdown-preview"));

interface ComposerProps {
  readonly row: TicketRow;
  readonly messages: readonly MessageView[];
  /** What the others are told that one does here. */
  readonly onWriting: (kind: MessageKind | null) => void;
  readonly onReview: () => void;
}

/** Reply and note are two tabs with two drafts; text never crosses unasked. */
export function Composer({ row, messages, onWriting, onReview }: ComposerProps) {
  const [kind, setKind] = useState<MessageKind>("reply");
  useEffect(
    () =>
      onStartWriting((wanted) => {
        writingStarted();
        setKind(wanted);
        // The tab's field is there after the rendering that this causes.
        requestAnimationFrame(() => document.getElementById("composer")?.focus());
      }),
    [],
  );
  if (row.status === "closed") {
    return (
      <p className="p-4 text-ink-2 text-ui">
        This ticket is closed. A new question of {row.requester.name} makes a new ticket.
      </p>
    );
  }
  return (
    <ActionScope scope="composer">
      <Tabs
        label="What to write"
        value={kind}
        onValueChange={(value) => setKind(value === "note" ? "note" : "reply")}
        tabs={[
          { value: "reply", label: "Reply" },
          { value: "note", label: "Note", tone: "note" },
        ]}
      >
        <Writing
          key={`${row.id} ${kind}`}
          row={row}
          kind={kind}
          messages={messages}
          onWriting={onWriting}
          onReview={onReview}
          onMakeNote={(text) => {
            restoreDraft(row.id, "note", text);
            setKind("note");
          }}
        />
      </Tabs>
    </ActionScope>
  );
}

type WritingProps = ComposerProps & {
  readonly kind: MessageKind;
  readonly onMakeNote: (text: string) => void;
};

function Writing(props: WritingProps) {
  const { row, kind, messages, onWriting, onReview, onMakeNote } = props;
  const me = useMe();
  const { agents } = usePeople();
  const DoubtDialog = useLate<DoubtDialogProps>(loadDoubtDialog);
  const draft = useDraft(row.id, kind, messages.at(-1)?.id ?? null);
  const { uploads, add, retry, remove, sent } = useUploads(row.id, kind);
  const { send } = useSend();
  const [previewing, setPreviewing] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [doubt, setDoubt] = useState<{ about: Doubt; setStatus: SetStatus | undefined } | null>(
    null,
  );
  const picker = useRef<HTMLInputElement>(null);
  const isNote = kind === "note";

  const reason = whyNotSend(draft.text, uploads);

  const deliver = (setStatus: SetStatus | undefined) => {
    setDoubt(null);
    send({
      ticketId: row.id,
      number: row.number,
      kind,
      text: draft.text,
      attachmentIds: uploads.flatMap((one) => one.attachmentId ?? []),
      setStatus,
      requesterName: row.requester.name,
    });
    draft.clear();
    sent();
    setPreviewing(false);
    onWriting(null);
  };
  const trySend = (setStatus: SetStatus | undefined) => {
    if (isNote) return deliver(undefined);
    const arrived = arrivedSince(messages, draft.after, me.id);
    if (arrived.length > 0)
      return setDoubt({ about: { kind: "arrived", messages: arrived }, setStatus });
    const name = mentioned(
      draft.text,
      agents.filter((person) => person.id !== me.id).map((person) => person.name),
    );
    if (name !== null) return setDoubt({ about: { kind: "mention", name }, setStatus });
    return deliver(setStatus);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };

  return (
    // Files that are dropped anywhere on the composer come with the message.
    <section
      aria-label={isNote ? "Internal note" : `Reply to ${row.requester.name}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add([...event.dataTransfer.files]);
      }}
      className={isNote ? "flex flex-col gap-2 bg-note-paper p-3" : "flex flex-col gap-2 p-3"}
    >
      {previewing ? (
        <div className="max-h-[40dvh] min-h-24 overflow-y-auto rounded-control border border-line bg-raised p-2">
          <Suspense fallback={null}>
            <MarkdownPreview text={draft.text} />
          </Suspense>
        </div>
      ) : (
        <Textarea
          id="composer"
          rows={2}
          aria-label={isNote ? "Internal note" : `Reply to ${row.requester.name}`}
          placeholder={isNote ? "Only your team reads this" : `Write to ${row.requester.name}`}
          value={draft.text}
          onChange={(event) => {
            draft.write(event.target.value);
            onWriting(event.target.value.trim() === "" ? null : kind);
          }}
          onFocus={() => draft.text.trim() !== "" && onWriting(kind)}
          onBlur={() => onWriting(null)}
          onPaste={paste}
          className={isNote ? "border-note-edge! border-dashed!" : ""}
        />
      )}
      <UploadList uploads={uploads} onRetry={retry} onRemove={remove} />
      <div className="flex flex-wrap items-center gap-1">
        <IconButton
          name={attachWords}
          icon={<Paperclip size={16} aria-hidden="true" />}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <IconButton
          name={previewing ? "Write on" : "Preview"}
          icon={
            previewing ? (
              <Pencil size={16} aria-hidden="true" />
            ) : (
              <Eye size={16} aria-hidden="true" />
            )
          }
          onClick={() => setPreviewing(!previewing)}
        />
        <span
          role="status"
          className={isNote ? "text-note-ink text-small" : "text-ink-3 text-small"}
        >
          {draft.unkept
            ? "This browser keeps no drafts: send before you leave"
            : draft.savedAtMs !== null &&
              `Saved ${clockTime(new Date(draft.savedAtMs), { zone: me.timeZone, locale: me.locale })}`}
        </span>
        <span className="ms-auto flex min-w-0">
          <SendButton
            row={row}
            kind={kind}
            disabledReason={reason}
            menuOpen={menuOpen}
            onMenuOpenChange={setMenuOpen}
            onSend={trySend}
          />
        </span>
      </div>
      {doubt !== null && DoubtDialog !== null && (
        <DoubtDialog
          doubt={doubt.about}
          requesterName={row.requester.name}
          onKeep={() => setDoubt(null)}
          onReview={() => {
            setDoubt(null);
            onReview();
          }}
          onSend={() => deliver(doubt.setStatus)}
          onMakeNote={() => {
            const { text } = draft;
            setDoubt(null);
            draft.clear();
            onMakeNote(text);
          }}
        />
      )}
    </section>
  );
}
