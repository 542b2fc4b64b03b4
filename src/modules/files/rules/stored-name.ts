import { type FileKind, kindOfExtension } from "./kinds";
import { isRunnableExtension } from "./runnable";

export const storedNameCharsMax = 120;
export const storedNameBytesMax = 255;
const fallbackName = "file";

const reserved = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;
const extension = /\.([a-z0-9-]{1,16})$/i;

/** A mail may call a file by a megabyte: of such a name the beginning and the end are looked at. */
const lookedAtCharsMax = 2_000;
const lookedAt = (claimed: string) =>
  claimed.length <= lookedAtCharsMax
    ? claimed
    : claimed.slice(0, lookedAtCharsMax / 2) + claimed.slice(-lookedAtCharsMax / 2);

/** The last part of a path without what no file system or reader should meet. */
function plainName(claimed: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(lookedAt(claimed)));
  const last = wellFormed.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part));
  return (last ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, "")
    .normalize("NFC")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
}

export function extensionOf(name: string): string {
  return extension.exec(name)?.[1]?.toLowerCase() ?? "";
}

const withoutExtension = (name: string) => name.replace(extension, "");

/** "photo.jpg.exe" of a picture is "photo.jpg": endings that a desktop would run are taken off. */
function withoutRunnableEndings(name: string): string {
  let rest = name;
  while (isRunnableExtension(extensionOf(rest)))
    rest = withoutExtension(rest).replace(/[. ]+$/, "");
  return rest;
}

/** The extension that this content should have under this name; "" leaves the name without one. */
function agreedExtension(name: string, kind: FileKind): string {
  const given = extensionOf(name);
  if (kind.extensions.includes(given)) return given;
  const known = kindOfExtension(given);
  // Text may be called anything that stands for text: a log, a script's output, a configuration.
  if (kind.group === "text" && given !== "" && (known === undefined || known.group === "text")) {
    return given;
  }
  return kind.extensions[0] ?? given;
}

/** Cuts at whole characters as people count them, so that no accent or emoji is torn apart. */
function bounded(stem: string, ending: string): string {
  const encoder = new TextEncoder();
  let kept = "";
  let chars = [...ending].length;
  let bytes = encoder.encode(ending).length;
  for (const { segment } of new Intl.Segmenter("en").segment(stem)) {
    chars += [...segment].length;
    bytes += encoder.encode(segment).length;
    if (chars > storedNameCharsMax || bytes > storedNameBytesMax) break;
    kept += segment;
  }
  return `${kept.replace(/[. ]+$/, "") || fallbackName}${ending}`;
}

/**
 * The name under which a file is kept and offered: no path, no characters that hide or turn
 * around, no name that Windows keeps for itself, and one extension that agrees with the content.
 */
export function storedName(claimed: string, kind: FileKind): string {
  const name = withoutRunnableEndings(plainName(claimed));
  const agreed = agreedExtension(name, kind);
  const given = extensionOf(name);
  const replaces = given !== "" && (given === agreed || kindOfExtension(given) !== undefined);
  const stem = (replaces ? withoutExtension(name) : name)
    .split(".")
    .map((part, at) => {
      if (at === 0) return part;
      const hides = isRunnableExtension(part.trim());
      return `${hides ? "_" : "."}${part}`;
    })
    .join("")
    .replace(/[. ]+$/, "");
  const ending = agreed === "" ? "" : `.${agreed}`;
  const first = stem.split(".")[0] ?? "";
  return bounded(reserved.test(first.trim()) ? `_${stem}` : stem, ending);
}
