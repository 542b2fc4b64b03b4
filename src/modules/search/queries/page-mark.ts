import * as z from "zod";
import { AppError } from "@/platform/errors";

/** A place among messages by time; what stands exactly there belongs to it or not. */
export type Place = { at: Date; id: string; included: boolean };
/** Where a page goes on: so many tickets into the batch of hits that starts at a place. */
export type Mark = { from: Place | null; skip: number };

const place = z.tuple([z.iso.datetime(), z.guid(), z.boolean()]).nullable();
const markSchema = z.tuple([place, z.int().min(0).max(1_000)]);

export function writeMark({ from, skip }: Mark): string {
  const at = from === null ? null : [from.at.toISOString(), from.id, from.included];
  return Buffer.from(JSON.stringify([at, skip])).toString("base64url");
}

/** @throws AppError `page_mark_invalid` */
export function readMark(mark: string): Mark {
  try {
    const read: unknown = JSON.parse(Buffer.from(mark, "base64url").toString("utf8"));
    const [from, skip] = markSchema.parse(read);
    if (from === null) return { from, skip };
    const [at, id, included] = from;
    return { from: { at: new Date(at), id, included }, skip };
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}
