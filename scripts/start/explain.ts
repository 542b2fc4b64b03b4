import * as z from "zod";

const logLine = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

function parse(line: string) {
  if (!line.startsWith("{")) return undefined;
  try {
    return logLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

const worthTelling = 40;
const noise = /^\s+at |^Node\.js v|^\s*$|^\s*[\^~]+$|^node:internal|^\s*[{}]\s*$/;

/** What a process that died said last that explains it, as words for a person. */
export function lastWords(tail: readonly string[]): string {
  for (const line of [...tail].reverse()) {
    const parsed = parse(line);
    if (parsed !== undefined && parsed.level >= worthTelling) {
      return [parsed.msg, parsed.err?.message].filter((part) => part !== undefined).join(": ");
    }
  }
  const plain = tail.filter((line) => !line.startsWith("{") && !noise.test(line));
  const error = plain.findLast((line) => /error|refus|cannot|must/i.test(line));
  return (error ?? plain.at(-1) ?? "it said nothing").trim();
}
