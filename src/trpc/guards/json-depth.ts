import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const quote = 0x22;
const backslash = 0x5c;

/** JSON can spell a zero byte; no text of the database can hold one. */
const zeroByte = "u0000";

/**
 * Refuses JSON that is nested deeper than anything we ask for, before it is parsed: what walks a
 * value afterwards (validation, printing) recurses, and would overflow the stack for us. Refuses
 * zero bytes, too.
 * @throws AppError `malformed_request`
 */
export function checkJsonDepth(text: string, depthMax: number = limits.requestJsonDepthMax): void {
  if (text.length <= depthMax && !text.includes(zeroByte)) return;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === backslash) {
        if (text.startsWith(zeroByte, at + 1)) throw withZeroByte();
        at += 1;
      } else if (char === quote) inString = false;
    } else if (char === quote) inString = true;
    else if (char === openBrace || char === openBracket) {
      depth += 1;
      if (depth > depthMax) throw tooDeep(depthMax);
    } else if (char === closeBrace || char === closeBracket) depth -= 1;
  }
}

const withZeroByte = () =>
  new AppError("malformed_request", { detail: { reason: "a zero byte in a text" } });

const tooDeep = (depthMax: number) =>
  new AppError("malformed_request", { detail: { reason: "nested too deeply", depthMax } });
