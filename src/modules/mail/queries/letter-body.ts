import { inlinePictureAddress } from "@/modules/conversations";
import { type BroughtFile, bringFile } from "@/modules/files";
import { cleanedToText, cleanHtml } from "@/platform/content";
import { limits } from "@/platform/limits";
import { firstPart } from "../rules/first-part";
import { letterHtml } from "../rules/letter-html";
import { cutTo } from "../rules/plain";
import { replyText } from "../rules/reply-text";
import type { ReadMail } from "./read-mail";

export type LetterFiles = {
  kept: { file: BroughtFile; contentId: string | null }[];
  /** What did not come in, and why, for those who read the letter. */
  refused: { name: string; why: string }[];
};

/**
 * Looks into the files of a letter and stores those that we keep. The same on every attempt: what
 * an attempt that was cut off has stored is written over.
 */
export async function bringFiles(rawMailId: string, mail: ReadMail): Promise<LetterFiles> {
  const kept: LetterFiles["kept"] = [];
  const refused: LetterFiles["refused"] = [];
  for (const [index, { name, type, content, contentId }] of mail.files.entries()) {
    if (kept.length >= limits.mailFilesMax) {
      refused.push({ name, why: "There are too many files." });
      continue;
    }
    const brought = await bringFile(`${rawMailId}-${index}`, content, { name, type });
    if ("file" in brought) kept.push({ file: brought.file, contentId });
    else refused.push({ name: name === "" ? brought.name : name, why: brought.refused });
  }
  return { kept, refused };
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (char) => entities[char] ?? "");

/** Where the text shows a picture that came with the letter, it shows the file that we keep. */
function withOwnPictures(html: string, { kept }: LetterFiles): string {
  return kept.reduce(
    (text, { file, contentId }) =>
      contentId === null || contentId === ""
        ? text
        : text.replaceAll(`cid:${contentId}`, inlinePictureAddress(file.id)),
    html,
  );
}

function refusedHtml({ refused }: LetterFiles): string {
  if (refused.length === 0) return "";
  const shown = refused.slice(0, limits.attachmentsPerMessageMax);
  const lines = shown.map(({ name, why }) => `${escaped(name)}: ${escaped(why)}`);
  const more = refused.length - shown.length;
  if (more > 0) lines.push(`And ${more} more.`);
  return `<p><em>Not kept: ${lines.join("<br>")}</em></p>`;
}

type LetterBody = { html: string; text: string; reply: string };

const long = "<p><em>The letter is longer than is shown here. The original has all of it.</em></p>";

/** What is shown of a letter, cleaned; its new words alone are what lists show. */
export function letterBody(
  mail: ReadMail,
  files: LetterFiles = { kept: [], refused: [] },
): LetterBody {
  const page = mail.html === null ? null : firstPart(mail.html);
  const written = page === null ? null : cleanHtml(withOwnPictures(page.html, files)).html;
  const words = written === null ? "" : cleanedToText(written);
  const full = mail.text === "" ? words : mail.text;
  const reply = replyText(cutTo(full, limits.bodyCharsMax));
  const plain = () => letterHtml(cutTo(full, limits.bodyCharsMax));
  const fits = written !== null && written.length <= limits.bodyCharsMax * 3;
  const isLong = !fits && Math.max(full.length, written?.length ?? 0) > limits.bodyCharsMax;
  const cut = isLong || page?.isCut === true;
  // A page without words, as programs send beside a plain text, says nothing.
  const said = fits && (words.trim() !== "" || full.trim() === "");
  const body = said ? written : plain();
  const html = `${body}${cut ? long : ""}${refusedHtml(files)}`;
  const text = full.trim() === "" ? cleanedToText(html) : full;
  return { html, text: cutTo(text, limits.bodyCharsMax), reply };
}
