import type { ByteRange } from "./storage";

/**
 * The one range that a request asks for (RFC 9110, 14.2): null means all of it, as for a header
 * that we do not understand or that asks for several; "unsatisfiable" is answered with 416.
 */
export function readRange(
  header: string | undefined,
  bytes: number,
): ByteRange | null | "unsatisfiable" {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (match === null) return null;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return null;
  if (from === "") {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? "unsatisfiable" : { start: bytes - last, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== "" && Number(to) < start) return null;
  return start >= bytes ? "unsatisfiable" : { start, end };
}
