import { isQuoted } from "./attribution";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (char) => entities[char] ?? "");

/** Deeper quotes than this stand in the last one as they are. */
const depthMax = 10;

/** One mark is taken off at a time. */
const lessQuoted = (line: string) => line.replace(/^\s{0,3}>\s?/, "");

function paragraphs(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/^--\s?$/gm, "\n--")
    .split(/\n\s*\n/)
    .map((part) => part.replace(/^\n+/, "").trimEnd())
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${part.split("\n").map(escaped).join("<br>")}</p>`)
    .join("");
}

/** Runs of lines that are all quoted, or all not. */
function runsOf(lines: readonly string[]): { isQuote: boolean; lines: string[] }[] {
  const runs: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const isQuote = isQuoted(line);
    const last = runs.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(line);
    else runs.push({ isQuote, lines: [line] });
  }
  return runs;
}

function written(lines: readonly string[], depth: number): string {
  return runsOf(lines)
    .map((run) =>
      run.isQuote && depth < depthMax
        ? `<blockquote>${written(run.lines.map(lessQuoted), depth + 1)}</blockquote>`
        : paragraphs(run.lines),
    )
    .join("");
}

/** A plain letter as a page: its paragraphs, and what it quotes as quotes. */
export function letterHtml(text: string): string {
  return written(text.split("\n"), 0);
}
