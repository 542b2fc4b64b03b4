import { assert } from "@/platform/errors";
import { storage as configuredStorage, type Storage } from "@/platform/storage";
import type { FileContent } from "./inspect-file";

/** A stored file, read in parts. */
export function storedContent(
  key: string,
  bytes: number,
  storage: Storage = configuredStorage(),
): FileContent {
  return {
    bytes,
    read: async (start, wanted) => {
      const end = Math.min(start + wanted, bytes) - 1;
      if (end < start) return new Uint8Array();
      const chunks: Uint8Array[] = [];
      for await (const chunk of await storage.open(key, { start, end })) {
        assert(chunk instanceof Uint8Array, "a stored file is read as bytes");
        chunks.push(chunk);
      }
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}
