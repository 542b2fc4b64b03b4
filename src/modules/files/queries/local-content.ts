import { open } from "node:fs/promises";
import type { FileContent } from "./inspect-file";

/** Lets `work` read a file of this machine in parts, and closes it. */
export async function withLocalContent<Result>(
  path: string,
  work: (content: FileContent) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return await work({
      bytes: size,
      read: async (start, bytes) => {
        const buffer = new Uint8Array(Math.max(0, Math.min(bytes, size - start)));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await file.close();
  }
}
