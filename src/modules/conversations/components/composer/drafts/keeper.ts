import type { DraftView } from "../../../schema";
import type { BrowserStore } from "./browser-store";
import {
  type Draft,
  type DraftKey,
  draftFrom,
  emptyDraft,
  isEmpty,
  joined,
  keyOf,
  nothingWritten,
  ticketOf,
  type Written,
} from "./draft";
import { DraftShelf, type Entry } from "./shelf";

export type Saved =
  | { state: "saved"; version: number; savedAt: string }
  | { state: "dropped" }
  | { state: "changed"; draft: DraftView }
  /** It will not be taken however often it is asked: it stays in the browser. */
  | { state: "refused" };

/** How the server is asked; what throws is tried again. */
export type DraftPort = {
  save(key: DraftKey, written: Written, base: number | null): Promise<Saved>;
  /** The drafts of one ticket, whole. */
  fetch(ticketId: string): Promise<readonly DraftView[]>;
};

type Pace = { pauseMs: number; againMs: number };

const sameWords = (one: Written, other: Written): boolean =>
  one.text === other.text && one.files === other.files;

/**
 * All that one person writes on this page. Words are kept in the browser first and on the server
 * then, after each pause; it goes on while one looks at another ticket.
 */
export class DraftKeeper extends DraftShelf {
  private port: DraftPort | null = null;
  /** There are older drafts that the list leaves out. */
  private more = false;

  constructor(
    store: BrowserStore,
    private readonly pace: Pace,
  ) {
    super(store);
  }

  /** From now on words reach the server; what a page before this one left in the browser, too. */
  connect(port: DraftPort): () => void {
    this.port = port;
    for (const key of this.store.keys()) if (this.entry(key).dirty) void this.save(key);
    return () => {
      this.port = null;
    };
  }

  write(key: DraftKey, part: Partial<Written>): void {
    const entry = this.entry(key);
    const written = { ...entry.draft, ...part };
    const after = isEmpty(written) ? null : written.after;
    entry.dirty = true;
    this.put(key, { ...written, after, kept: "nowhere" });
    this.wait(key, this.pace.pauseMs);
  }

  /** What has been written goes: the field is empty at once, and the answer says what to drop. */
  async take(key: DraftKey): Promise<number | undefined> {
    const entry = this.entry(key);
    clearTimeout(entry.timer);
    // Until it has arrived, a page that goes leaves its words in the browser.
    this.keepInBrowser(key, entry);
    const { version } = entry.draft;
    entry.dirty = false;
    entry.sentUpTo = Math.max(entry.sentUpTo, version ?? 0);
    this.put(key, { ...emptyDraft, version });
    await entry.saving;
    return this.entry(key).draft.version ?? version ?? undefined;
  }

  /** It has arrived as a message: this browser need not keep it any more. */
  sent(key: DraftKey, version: number | undefined): void {
    const entry = this.entry(key);
    entry.sentUpTo = Math.max(entry.sentUpTo, version ?? 0);
    if (entry.dirty) return;
    this.store.write(key, null);
    this.put(key, { ...entry.draft, version: null });
  }

  /** What was written for a customer becomes a note, or the other way: only when somebody says so. */
  move(from: DraftKey, to: DraftKey): void {
    const { text, files, after } = this.get(from);
    this.giveBack(to, { text, files, after });
    this.write(from, nothingWritten);
  }

  /** Puts words back, before whatever was begun meanwhile. */
  giveBack(key: DraftKey, written: Written): void {
    const { draft } = this.entry(key);
    const text = [written.text, draft.text].filter((one) => one.trim() !== "").join("\n\n");
    const files = [...written.files, ...draft.files];
    this.write(key, { text, files, after: written.after });
  }

  /** Somebody looks at it: a long one, or one that no list holds, is fetched. */
  open(key: DraftKey): void {
    this.entry(key);
    const listed = this.listed.find((one) => keyOf(one.ticketId, one.kind) === key);
    if (listed?.body === null || (listed === undefined && this.more)) void this.fetchWhole(key);
  }

  /** Another device may have written: newer words replace what is clean, and stand beside the rest. */
  hear(drafts: readonly DraftView[], more = this.more): void {
    this.listed = drafts;
    this.more = more;
    for (const draft of drafts) this.hearOne(keyOf(draft.ticketId, draft.kind), draft);
    this.tell();
  }

  /** It was sent or thrown away on another device. */
  hearDropped(key: DraftKey, version: number): void {
    const entry = this.entry(key);
    const isOlder = (entry.draft.version ?? 0) <= version;
    if (!entry.dirty && entry.saving === null && isOlder) this.put(key, emptyDraft);
  }

  /** A whole list has come: what this page shows and the list lacks is asked for by itself. */
  async hearAll(drafts: readonly DraftView[], more: boolean): Promise<void> {
    this.hear(drafts, more);
    const known = new Set(drafts.map((draft) => keyOf(draft.ticketId, draft.kind)));
    for (const [key, entry] of this.entries) {
      const { version } = entry.draft;
      if (known.has(key) || entry.dirty || version === null || this.port === null) continue;
      const found = await this.port.fetch(ticketOf(key)).catch(() => null);
      if (found === null || found.some((one) => keyOf(one.ticketId, one.kind) === key)) continue;
      this.hearDropped(key, version);
    }
  }

  /** Somebody has looked at both texts. */
  decide(key: DraftKey, choice: "mine" | "theirs" | "both"): void {
    const entry = this.entry(key);
    const { draft } = entry;
    const { other } = draft;
    if (other === null) return;
    if (choice === "theirs") {
      entry.dirty = false;
      this.store.write(key, null);
      this.put(key, draftFrom(other));
      return;
    }
    const { text, files, after } = choice === "both" ? joined(draft, other) : draft;
    this.put(key, { ...draft, version: other.version, other: null });
    this.write(key, { text, files, after });
  }

  private hearOne(key: DraftKey, draft: DraftView): void {
    const entry = this.entries.get(key);
    // Nobody looks at it: it is read from the list when somebody does.
    if (entry === undefined || entry.saving !== null || this.isSent(draft)) return;
    if (draft.version <= (entry.draft.version ?? 0)) return;
    if (draft.body === null) return void this.fetchWhole(key);
    if (entry.dirty) this.put(key, { ...entry.draft, other: draft });
    else this.put(key, draftFrom(draft));
  }

  private async fetchWhole(key: DraftKey): Promise<void> {
    const found = await this.port?.fetch(ticketOf(key)).catch(() => undefined);
    const whole = found?.find((one) => keyOf(one.ticketId, one.kind) === key);
    if (whole !== undefined) this.hearOne(key, whole);
  }

  private wait(key: DraftKey, ms: number): void {
    const entry = this.entry(key);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.save(key), ms);
  }

  private async save(key: DraftKey): Promise<void> {
    const entry = this.entry(key);
    if (!entry.dirty) return;
    this.keepInBrowser(key, entry);
    if (this.port === null || entry.saving !== null || entry.draft.other !== null) return;
    const asked = entry.draft;
    entry.saving = this.port
      .save(key, asked, asked.version)
      .then((saved) => this.answered(key, entry, asked, saved))
      .catch(() => this.wait(key, this.pace.againMs))
      .finally(() => {
        entry.saving = null;
      });
    await entry.saving;
    // Words that came while it was on its way, and what others wrote meanwhile.
    if (entry.dirty && !sameWords(entry.draft, asked)) this.wait(key, 0);
    else this.hear(this.listed);
  }

  private answered(key: DraftKey, entry: Entry, asked: Draft, saved: Saved): void {
    if (saved.state === "refused") return;
    if (saved.state === "changed") {
      if (!entry.dirty) return;
      const isMine = this.isSent(saved.draft);
      // What is being sent still stands on the server: it is written over.
      if (isMine) this.wait(key, 0);
      const other = isMine ? null : saved.draft;
      const version = isMine ? saved.draft.version : entry.draft.version;
      this.put(key, { ...entry.draft, version, other });
      return;
    }
    const version = saved.state === "saved" ? saved.version : null;
    const savedAtMs = saved.state === "saved" ? Date.parse(saved.savedAt) : null;
    const isLatest = entry.dirty && sameWords(entry.draft, asked);
    // It was taken to be sent while it was being saved.
    if (!entry.dirty) entry.sentUpTo = Math.max(entry.sentUpTo, version ?? 0);
    if (isLatest) {
      entry.dirty = false;
      this.store.write(key, null);
    }
    const kept = isLatest ? "server" : entry.draft.kept;
    this.put(key, { ...entry.draft, version, savedAtMs, kept });
  }
}
