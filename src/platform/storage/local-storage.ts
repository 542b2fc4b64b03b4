import { createReadStream } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { nowMs } from "@/platform/clock";
import { AppError, assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { grantQuery } from "./signature";
import { isStorageKey, type Storage } from "./storage";

/** Where the web process serves the folder's files. */
export const localFilesPath = "/files/";

export type LocalStorage = Storage;

const isMissing = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOENT" || error.code === "ENOTDIR");

async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** What a disk says that is full, was taken away or may only be read: more room, and the same works. */
const diskCodes: ReadonlySet<unknown> = new Set([
  ...["ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE"],
  ...["EACCES", "EPERM", "ENOENT", "ENOTDIR"],
]);

const asRefusal = (error: unknown): unknown =>
  error instanceof Error && "code" in error && diskCodes.has(error.code)
    ? new AppError("storage_unavailable", { cause: error })
    : error;

/** The rename itself must survive a power cut, not only the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeExactly(path: string, bytes: number, source: AsyncIterable<Uint8Array>) {
  const file = await open(path, "wx", 0o600);
  try {
    let written = 0;
    for await (const chunk of source) {
      written += chunk.byteLength;
      if (written > bytes) break;
      await file.writev([chunk]);
    }
    if (written !== bytes) throw new AppError("upload_incomplete", { detail: { bytes, written } });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Files in a folder of this host, behind links that we sign ourselves; for one host only. */
export function localStorage(options: { folder: string; secret: string }): LocalStorage {
  const root = resolve(options.folder);
  const pathOf = (key: string) => {
    assert(isStorageKey(key), "a storage key is one that we made");
    return join(root, key);
  };
  const address = (key: string, query: string) => `${localFilesPath}${key}?${query}`;

  return {
    uploadUrl: async (key, bytes) => {
      const expiresMs = nowMs() + limits.uploadUrlMs;
      const query = grantQuery({ method: "PUT", key, expiresMs, bytes }, options.secret);
      return { method: "PUT", url: address(key, query), headers: {} };
    },
    downloadUrl: async (key, offer) => {
      const expiresMs = nowMs() + limits.downloadUrlMs;
      return address(key, grantQuery({ method: "GET", key, expiresMs, ...offer }, options.secret));
    },
    open: async (key, range): Promise<Readable> => {
      const path = pathOf(key);
      if ((await orNull(stat(path))) === null) throw new AppError("attachment_not_found");
      return createReadStream(path, range);
    },
    head: async (key) => {
      const found = await orNull(stat(pathOf(key)));
      return found?.isFile() ? { bytes: found.size } : null;
    },
    // A second name for the same bytes costs nothing, and an upload never writes into them: it
    // gives its name to new ones.
    copy: async (from, to) => {
      await mkdir(dirname(pathOf(to)), { recursive: true });
      if ((await orNull(link(pathOf(from), pathOf(to)).then(() => true))) === null)
        throw new AppError("attachment_not_found");
      await syncFolder(dirname(pathOf(to)));
    },
    delete: (key) => rm(pathOf(key), { force: true }),
    writtenBefore: async (folder, at, keysMax) => {
      const names = (await orNull(readdir(join(root, folder)))) ?? [];
      const keys: string[] = [];
      for (const name of names) {
        if (keys.length >= keysMax) break;
        const found = await orNull(stat(join(root, folder, name)));
        if (found?.isFile() && found.mtimeMs < at.getTime()) keys.push(`${folder}/${name}`);
      }
      return keys.filter(isStorageKey);
    },
    // Under a name that nobody reads, until it is whole.
    write: async (key, bytes, source) => {
      const path = pathOf(key);
      const unfinished = join(dirname(path), `unfinished-${newId()}`);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeExactly(unfinished, bytes, source);
        await rename(unfinished, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw asRefusal(error);
      }
    },
  };
}
