import * as z from "zod";
import { AppError } from "@/platform/errors";

/** Where a page ends, as an opaque text; a mark that is not ours asks for the top again. */
export const markOf = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

const markSchema = z.tuple([z.string().max(300), z.uuid()]);

/** @throws AppError `page_mark_invalid` */
export function readMark(mark: string): [value: string, id: string] {
  try {
    return markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}
