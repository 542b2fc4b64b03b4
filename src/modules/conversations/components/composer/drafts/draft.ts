import type { DraftView, MessageKind, MessageView } from "../../../schema";

export type DraftFile = MessageView["attachments"][number];

/** What somebody has written, as it would be sent. */
export type Written = {
  text: string;
  files: readonly DraftFile[];
  /** The last message that its author had seen when it was begun; null for an empty one. */
  after: string | null;
};

export type Draft = Written & {
  /** The server's version that this was written over; null while the server knows of none. */
  version: number | null;
  savedAtMs: number | null;
  /** Where the last words are safe: nowhere else yet, in this browser, or on the server. */
  kept: "nowhere" | "browser" | "server";
  /** What another device wrote meanwhile: a person decides which stays. */
  other: DraftView | null;
};

export const nothingWritten: Written = { text: "", files: [], after: null };
export const emptyDraft: Draft = {
  ...nothingWritten,
  version: null,
  savedAtMs: null,
  kept: "server",
  other: null,
};

export const isEmpty = (written: Written): boolean =>
  written.text.trim() === "" && written.files.length === 0;

export type DraftKey = `${string} ${MessageKind}`;
export const keyOf = (ticketId: string, kind: MessageKind): DraftKey => `${ticketId} ${kind}`;
export const ticketOf = (key: DraftKey): string => key.slice(0, key.indexOf(" "));
export const kindOf = (key: DraftKey): MessageKind => (key.endsWith(" note") ? "note" : "reply");

/** A draft that came from the server, whole. */
export function draftFrom(view: DraftView): Draft {
  return {
    text: view.body ?? "",
    files: view.files,
    after: view.after,
    version: view.version,
    savedAtMs: Date.parse(view.savedAt),
    kept: "server",
    other: null,
  };
}

/** Two texts in one, for who wants to lose neither. */
export function joined(mine: Written, theirs: DraftView): Written {
  const known = new Set(mine.files.map((file) => file.id));
  return {
    text: [mine.text, theirs.body ?? ""].filter((text) => text.trim() !== "").join("\n\n"),
    files: [...mine.files, ...theirs.files.filter((file) => !known.has(file.id))],
    after: mine.after,
  };
}
