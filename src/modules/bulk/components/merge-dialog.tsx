"use client";

import { useState } from "react";
import { statusWords } from "@/modules/tickets/client";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { numberWords } from "@/ui/format/number";
import { StatusGlyph } from "@/ui/glyphs";
import { Notice } from "@/ui/notice";
import type { DeedDialogProps } from "./deed-dialogs";

/** Which of the chosen tickets stays, and what becomes of the others. */
export function MergeDialog({ selection, onClose, onChosen }: DeedDialogProps) {
  const rows = [...selection.rows.values()].sort((one, other) => one.number - other.number);
  const able = rows.filter(({ status }) => status !== "closed");
  const [targetId, setTargetId] = useState(able[0]?.id);
  const [tell, setTell] = useState(false);
  const target = able.find(({ id }) => id === targetId);
  const others = able.filter(({ id }) => id !== targetId);
  const strangers = new Set(able.map(({ requester }) => requester.name));
  const disabled =
    selection.matching !== null || rows.length > limits.mergeTicketsMax
      ? `At most ${limits.mergeTicketsMax} tickets become one`
      : target === undefined || others.length === 0
        ? "Tick at least two that are not closed"
        : null;
  const submit = () => {
    if (target === undefined) return;
    onClose();
    onChosen({ kind: "merge", targetId: target.id, tell });
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={`Merge ${numberWords(rows.length)} tickets`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabledReason={disabled} onClick={submit}>
            {target === undefined
              ? "Merge"
              : `Merge ${numberWords(others.length)} into #${target.number}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <fieldset className="flex flex-col">
          <legend className="mb-1 font-semibold text-ui">Which one stays</legend>
          {able.slice(0, limits.mergeTicketsMax).map((row) => (
            <label
              key={row.id}
              className={`flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover ${row.id === targetId ? "bg-selected" : ""}`}
            >
              <input
                type="radio"
                name="stays"
                checked={row.id === targetId}
                onChange={() => setTargetId(row.id)}
                className="size-4 shrink-0 accent-accent"
              />
              <StatusGlyph status={row.status} name={statusWords[row.status]} />
              <span className="min-w-0 flex-1 truncate">
                #{row.number} {row.subject}
              </span>
              <span className="shrink-0 text-ink-2 text-small">
                {row.requester.name} · {row.id === targetId ? "stays" : "closes"}
              </span>
            </label>
          ))}
        </fieldset>
        {strangers.size > 1 && (
          <Notice tone="warn">
            {numberWords(strangers.size)} people asked. Only tickets whose people may read the one
            that stays are merged; the others stay as they are, with the reason.
          </Notice>
        )}
        <ul className="flex list-disc flex-col gap-1 ps-6 text-ui">
          <li>Messages, files, notes, tags and followers go to the one that stays.</li>
          <li>The others close and lead to it. Answers to them arrive there.</li>
          <li>What closed already is left out.</li>
          <li>Undo takes all of it back for a day; each ticket alone for 30 days.</li>
        </ul>
        <Checkbox
          label="Tell those who asked by mail where it goes on"
          checked={tell}
          onChange={(event) => setTell(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
