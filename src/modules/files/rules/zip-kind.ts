import { type FileKind, kindOfContent } from "./kinds";
import type { ZipEntry } from "./zip-directory";

/** What an archive is in truth: an office document, a program, or just an archive. */
export type ZipContent = { kind: FileKind; runnable: boolean; macros: boolean };

const officeTypes: readonly [string, string, string][] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
];
const programMarks = [
  /^META-INF\/MANIFEST\.MF$/i,
  /^AndroidManifest\.xml$/i,
  /^Payload\/[^/]+\.app\//i,
  /^AppxManifest\.xml$/i,
  /^(manifest\.json|install\.rdf)$/i,
];
const macroMarks = /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/Standard\/.+\.xml)$/i;

/** `named` is what the recogniser read from the first entry: it knows OpenDocument and EPUB. */
export function zipContent(entries: readonly ZipEntry[], named: string | undefined): ZipContent {
  const names = entries.map((entry) => entry.name);
  const macros = names.some((name) => macroMarks.test(name));
  const office = names.includes("[Content_Types].xml")
    ? officeTypes.find(([folder]) => names.some((name) => name.startsWith(folder)))
    : undefined;
  if (office !== undefined) {
    return { kind: kindOfContent(office[1], office[2]), runnable: false, macros };
  }
  const kind = kindOfContent(named ?? "application/zip", "zip");
  const isPlain = kind.type === "application/zip";
  const runnable = isPlain && programMarks.some((mark) => names.some((name) => mark.test(name)));
  return {
    kind: isPlain || kind.group !== "other" ? kind : kindOfContent("application/zip", "zip"),
    runnable,
    macros,
  };
}
