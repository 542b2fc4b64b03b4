"use client";

import { useEffect, useRef, useState } from "react";
import type { MessageKind } from "../../schema";
import { keepDraft, onDraftRestored, readDraft } from "./draft-store";

const pauseMs = 600;

export type DraftState = {
  text: string;
  /** The last message that was there when it was begun; null for an empty draft. */
  after: string | null;
  savedAtMs: number | null;
  /** The browser does not keep it: it lives as long as this page. */
  unkept: boolean;
};

const empty: DraftState = { text: "", after: null, savedAtMs: null, unkept: false };

/** The draft of one kind for one ticket: kept in the browser after each pause and when one leaves. */
export function useDraft(ticketId: string, kind: MessageKind, lastMessageId: string | null) {
  const [draft, setDraft] = useState<DraftState>(empty);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const set = (next: DraftState) => {
    latest.current = next;
    setDraft(next);
  };
  const keep = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { text, after } = latest.current;
    const kept = keepDraft(ticketId, kind, text, after);
    const savedAtMs = readDraft(ticketId, kind)?.savedAtMs ?? null;
    set({ ...latest.current, savedAtMs, unkept: !kept && text !== "" });
  };

  // Storage is the browser's: the server renders an empty field, and the draft comes after.
  useEffect(() => {
    const load = () => {
      const stored = readDraft(ticketId, kind);
      const found = stored === null ? empty : { ...stored, unkept: false };
      latest.current = found;
      setDraft(found);
    };
    load();
    const keepNow = () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      keepDraft(ticketId, kind, latest.current.text, latest.current.after);
    };
    window.addEventListener("pagehide", keepNow);
    const stop = onDraftRestored((changedId, changedKind) => {
      if (changedId === ticketId && changedKind === kind) load();
    });
    return () => {
      stop();
      keepNow();
      window.removeEventListener("pagehide", keepNow);
    };
  }, [ticketId, kind]);

  return {
    ...draft,
    write(text: string) {
      const after = latest.current.text.trim() === "" ? lastMessageId : latest.current.after;
      set({ ...latest.current, text, after: text.trim() === "" ? null : after, savedAtMs: null });
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pauseMs);
    },
    clear() {
      set(empty);
      keep();
    },
  };
}
