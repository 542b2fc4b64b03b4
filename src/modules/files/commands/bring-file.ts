import { newId } from "@/platform/ids";
import { storage, storageFolders } from "@/platform/storage";
import { checkFile } from "../queries/check-file";
import { refusals } from "../rules/verdict";

/** A file that came to us by other ways than a browser's upload, looked into and stored. */
export type BroughtFile = {
  id: string;
  name: string;
  claimedType: string;
  type: string;
  bytes: number;
  storageKey: string;
};

const keyOf = (place: string) => `${storageFolders.kept}/${place}`;

async function* once(content: Uint8Array) {
  yield content;
}

/**
 * Looks into a file that we hold and stores it; its row comes with the message that it belongs to.
 * `place` is the same on every attempt, so that a stop in between leaves nothing behind that the
 * next attempt does not write over. A refusal is an answer, in words for a person.
 */
export async function bringFile(
  place: string,
  content: Uint8Array,
  claim: { name: string; type: string },
): Promise<{ file: BroughtFile } | { refused: string; name: string }> {
  const read = async (start: number, bytes: number) => content.subarray(start, start + bytes);
  const checked = await checkFile({ bytes: content.length, read }, claim);
  const { name, type } = checked;
  if (checked.refusal !== null) return { refused: refusals[checked.refusal], name };
  const storageKey = keyOf(place);
  await storage().write(storageKey, content.length, once(content));
  const claimedType = claim.type.slice(0, 255);
  return { file: { id: newId(), name, claimedType, type, bytes: content.length, storageKey } };
}

/** Takes stored files away again that no message took. */
export async function forgetBrought(files: readonly BroughtFile[]): Promise<void> {
  for (const file of files) await storage().delete(file.storageKey);
}
