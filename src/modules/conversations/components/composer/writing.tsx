"use client";

import { Paperclip, UserPlus } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { useNextTicket } from "@/modules/tickets/components/ticket/use-next-ticket";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { useRunAction } from "@/ui/actions/use-actions";
import { IconButton } from "@/ui/icon-button";
import { useLate } from "@/ui/use-late";
import { withoutPicture } from "../../rules/inline-pictures";
import { fillVariables, variableValues } from "../../rules/variables";
import type { MessageKind } from "../../schema";
import { takeBegun, takeWish } from "./begun";
import type { ComposerProps } from "./composer";
import type { DoubtDialogProps } from "./doubt-dialog";
import { DraftState } from "./draft-state";
import { isEmpty, keyOf } from "./drafts/draft";
import { useDraft } from "./drafts/use-draft";
import { MessageField } from "./message-field";
import { Recipients, recipientWords } from "./recipients";
import { SendButton, type SendHow } from "./send-button";
import { arrivedSince, type Doubt, mentioned } from "./send-checks";
import { attachWords, UploadList } from "./upload-list";
import { useSend } from "./use-send";
import { useUploads } from "./use-uploads";

/** Fetched after the first paint: it is there long before somebody can have written a reply. */
const loadDoubtDialog = () => import("./doubt-dialog").then(({ DoubtDialog }) => DoubtDialog);
const AddRecipient = lazy(() => import("./add-recipient"));
const DraftConflict = lazy(() => import("./draft-conflict"));

export type WritingProps = ComposerProps & {
  readonly kind: MessageKind;
  readonly onMadeNote: () => void;
};

/** One draft: its words, its files, and what becomes of it. */
export function Writing(props: WritingProps) {
  const { row, kind, participants, messages, inserts, onWriting, onReview, onMadeNote } = props;
  const { sending } = props;
  const me = useMe();
  const { agents } = usePeople();
  const { client } = trpc.useUtils();
  const DoubtDialog = useLate<DoubtDialogProps>(loadDoubtDialog);
  const key = keyOf(row.id, kind);
  const { draft, keeper } = useDraft(key);
  const latest = () => keeper?.get(key) ?? draft;
  const lastId = messages.findLast((message) => message.state !== "held")?.id ?? null;
  const write = (part: { text?: string; files?: typeof draft.files }) =>
    keeper?.write(key, { ...part, after: isEmpty(latest()) ? lastId : latest().after });
  useEffect(() => {
    if (keeper === null) return;
    const begun = takeBegun(key);
    if (begun.trim() === "") return;
    const { text } = keeper.get(key);
    keeper.write(key, { text: text.trim() === "" ? begun : `${text}\n\n${begun}` });
  }, [keeper, key]);
  const { uploads, add, retry, remove } = useUploads(key, (file) =>
    write({ files: [...latest().files, file] }),
  );
  const { send } = useSend();
  const goToNext = useNextTicket();
  const [copying, setCopying] = useState(false);
  const isFull = participants.length >= limits.participantsMax;
  const [doubt, setDoubt] = useState<{ about: Doubt; how: SendHow } | null>(null);
  // Whoever only reads is asked nothing, and nothing moves while they do.
  const [isAt, setIsAt] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const tools = useRef<HTMLSpanElement>(null);
  const isNote = kind === "note";
  const to = recipientWords(row, participants);
  const bring = (files: readonly File[]) => add(files, latest().files.length);

  const values = variableValues(row, me);
  const { missing } = fillVariables(draft.text, values);
  const reason =
    draft.other !== null
      ? "Choose first which text stays"
      : uploads.some((one) => one.state === "uploading")
        ? "A file is still on its way"
        : uploads.length > 0
          ? "A file did not arrive. Remove it or try it again"
          : isEmpty(draft)
            ? "Write something first"
            : missing.length > 0
              ? `No value for ${missing.join(", ")}`
              : null;

  const runAction = useRunAction();
  const isAsking = useRef(false);
  const isWished = useRef(false);
  useEffect(() => {
    isWished.current ||= takeWish(key);
    // The words come into the draft with the rendering after this one.
    if (!isWished.current || isEmpty(draft)) return;
    isWished.current = false;
    if (reason === null) runAction("composer.send");
  }, [key, draft, reason, runAction]);

  const deliver = ({ setStatus, sendAt, next = false }: SendHow) => {
    setDoubt(null);
    const { files, after, ...written } = latest();
    const { text } = fillVariables(written.text, values);
    const about = { ticketId: row.id, number: row.number, kind, setStatus, sendAt, to };
    void send({ ...about, written: { text, files, after } });
    onWriting(null);
    if (next) void goToNext(row.number);
  };
  const trySend = (how: SendHow) => {
    if (isNote) return deliver({});
    const arrived = arrivedSince(messages, draft.after, me.id);
    if (arrived.length > 0) return setDoubt({ about: { kind: "arrived", messages: arrived }, how });
    const namesOf = (people: readonly { id: string; name: string }[]) =>
      people.filter(({ id }) => id !== me.id).map(({ name }) => name);
    const after = (name: string | null) =>
      name === null ? deliver(how) : setDoubt({ about: { kind: "mention", name }, how });
    const known = mentioned(draft.text, namesOf(agents));
    if (known !== null || agents.length < limits.personPageRows) return after(known);
    // Of a large house only the first people are known here.
    const find = async (words: string) =>
      namesOf((await client.identity.agents.query({ words })).people);
    if (isAsking.current) return;
    isAsking.current = true;
    void import("./look-up-mention")
      .then(({ mentionedAnywhere }) => mentionedAnywhere(draft.text, find))
      .catch(() => null)
      .then((name) => {
        isAsking.current = false;
        after(name);
      });
  };
  return (
    // Files that are dropped anywhere on the composer come with the message.
    <section
      aria-label={isNote ? "Internal note" : `Reply to ${row.requester.name}`}
      onFocus={() => setIsAt(true)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        // The text took what was dropped into it.
        if (event.defaultPrevented) return;
        event.preventDefault();
        void bring([...event.dataTransfer.files]);
      }}
      className={isNote ? "flex flex-col gap-2 bg-note-paper p-3" : "flex flex-col gap-2 p-3"}
    >
      {draft.other !== null && (
        <Suspense fallback={null}>
          <DraftConflict draft={draft} onDecide={(choice) => keeper?.decide(key, choice)} />
        </Suspense>
      )}
      {!isNote && (
        <>
          <Recipients row={row} participants={participants} />
          {(isAt || !isEmpty(draft)) && sending?.(row)}
        </>
      )}
      <MessageField
        label={isNote ? "Internal note" : `Reply to ${row.requester.name}`}
        placeholder={isNote ? "Only your team reads this" : `Write to ${row.requester.name}`}
        value={draft.text}
        isNote={isNote}
        row={row}
        onChange={(text) => {
          write({ text });
          onWriting(text.trim() === "" ? null : kind);
        }}
        onFocus={() => latest().text.trim() !== "" && onWriting(kind)}
        onBlur={() => onWriting(null)}
        onFiles={bring}
        onAttach={() => picker.current?.click()}
        panels={inserts}
        tools={tools}
      />
      <UploadList
        files={draft.files}
        uploads={uploads}
        onDrop={(id) => {
          const { text, files } = latest();
          const without = { files: files.filter((file) => file.id !== id) };
          write({ ...without, text: withoutPicture(text, id) });
        }}
        onRetry={retry}
        onRemove={remove}
      />
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
            void bring([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        {!isNote && (
          <IconButton
            name="Put somebody in copy"
            disabledReason={isFull ? `At most ${limits.participantsMax} in copy` : null}
            icon={<UserPlus size={16} aria-hidden="true" />}
            onClick={() => setCopying(true)}
          />
        )}
        <span ref={tools} />
        <DraftState draft={draft} isNote={isNote} />
        <span className="ms-auto flex min-w-0">
          <SendButton row={row} kind={kind} to={to} disabledReason={reason} onSend={trySend} />
        </span>
      </div>
      {copying && (
        <Suspense fallback={null}>
          <AddRecipient row={row} onClose={() => setCopying(false)} />
        </Suspense>
      )}
      {doubt !== null && DoubtDialog !== null && (
        <DoubtDialog
          doubt={doubt.about}
          to={to}
          onKeep={() => setDoubt(null)}
          onReview={() => {
            setDoubt(null);
            onReview();
          }}
          onSend={() => deliver(doubt.how)}
          onMakeNote={() => {
            setDoubt(null);
            keeper?.move(key, keyOf(row.id, "note"));
            onMadeNote();
          }}
        />
      )}
    </section>
  );
}
