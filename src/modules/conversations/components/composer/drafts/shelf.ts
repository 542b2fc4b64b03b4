import type { DraftView } from "../../../schema";
import type { BrowserStore } from "./browser-store";
import {
  type Draft,
  type DraftKey,
  draftFrom,
  emptyDraft,
  isEmpty,
  keyOf,
  ticketOf,
} from "./draft";

export type Entry = {
  draft: Draft;
  /** There are words that the server does not have. */
  dirty: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Promise<void> | null;
  /** Up to this version it was sent: the server drops it with the reply. */
  sentUpTo: number;
};

/** The drafts of one person as this page holds them, and what of them lies in the browser. */
export class DraftShelf {
  protected readonly entries = new Map<DraftKey, Entry>();
  protected listed: readonly DraftView[] = [];
  private readonly listeners = new Set<() => void>();
  private drafted: ReadonlySet<string> | null = null;

  constructor(protected readonly store: BrowserStore) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get(key: DraftKey): Draft {
    return this.entry(key).draft;
  }

  /** The tickets in which something is written and not sent. */
  tickets = (): ReadonlySet<string> => {
    this.drafted ??= new Set([
      ...this.listed.filter((draft) => !this.isSent(draft)).map((draft) => draft.ticketId),
      ...[...this.entries].filter(([, one]) => !isEmpty(one.draft)).map(([key]) => ticketOf(key)),
    ]);
    return this.drafted;
  };

  /** Keeps in the browser what is newer than the last pause: the page may be about to go. */
  keepNow(): void {
    for (const [key, entry] of this.entries) if (entry.dirty) this.keepInBrowser(key, entry);
  }

  protected keepInBrowser(key: DraftKey, entry: Entry): void {
    const { text, files, after, version } = entry.draft;
    const isKept = this.store.write(key, { text, files: [...files], after, version });
    this.put(key, { ...entry.draft, kept: isKept ? "browser" : "nowhere" });
  }

  protected entry(key: DraftKey): Entry {
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const kept = this.store.read(key);
    const listed = this.listed.find((one) => keyOf(one.ticketId, one.kind) === key);
    const draft: Draft =
      kept !== null
        ? { ...emptyDraft, ...kept, kept: "browser" }
        : listed === undefined || listed.body === null
          ? emptyDraft
          : draftFrom(listed);
    const made = { draft, dirty: kept !== null, timer: undefined, saving: null, sentUpTo: 0 };
    this.entries.set(key, made);
    return made;
  }

  protected isSent(draft: DraftView): boolean {
    const entry = this.entries.get(keyOf(draft.ticketId, draft.kind));
    return entry !== undefined && draft.version <= entry.sentUpTo;
  }

  protected put(key: DraftKey, draft: Draft): void {
    this.entry(key).draft = draft;
    this.tell();
  }

  protected tell(): void {
    this.drafted = null;
    for (const listener of this.listeners) listener();
  }
}
