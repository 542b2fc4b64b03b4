import type { Readable } from "node:stream";

/** What a browser does to bring a file: one request with exactly this many bytes. */
export type UploadTarget = { method: "PUT"; url: string; headers: Record<string, string> };

/** How a stored file is offered to a reader; the names and types were decided by its content. */
export type Offer = { name: string; type: string; disposition: "inline" | "attachment" };

export type ByteRange = { start: number; end: number };

/**
 * Where files lie. Bytes travel between browser and store, or between store and disk; never
 * through the memory of a process. Whoever asks has already been allowed to.
 */
export type Storage = {
  /** A link that takes one upload of exactly `bytes`, for a limited time. */
  uploadUrl(key: string, bytes: number): Promise<UploadTarget>;
  /** A link that gives the file, for a limited time. */
  downloadUrl(key: string, offer: Offer): Promise<string>;
  /** @throws AppError `attachment_not_found` when nothing lies there. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  head(key: string): Promise<{ bytes: number } | null>;
  /**
   * Puts a file that we hold ourselves, such as one that came by mail, or all of it or nothing.
   * @throws AppError `upload_incomplete` when fewer or more than `bytes` arrive; nothing stays.
   */
  write(key: string, bytes: number, source: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Puts what lies under one key under another, too; a later upload to the first changes nothing
   * under the second.
   * @throws AppError `attachment_not_found` when nothing lies there.
   */
  copy(from: string, to: string): Promise<void>;
  /** Deleting what is not there is no fault. */
  delete(key: string): Promise<void>;
  /** Keys under a folder that were last written before a time, at most `keysMax`. */
  writtenBefore(folder: string, at: Date, keysMax: number): Promise<string[]>;
};

/** What a browser brought lies apart from what was looked into: an upload link never reaches it. */
export const storageFolders = { incoming: "incoming", kept: "kept" } as const;
const keyPattern = /^(incoming|kept)\/[a-z0-9-]{1,64}$/;

/** Keys are made by us; anything else never reaches a path or an address. */
export const isStorageKey = (key: string) => keyPattern.test(key);
