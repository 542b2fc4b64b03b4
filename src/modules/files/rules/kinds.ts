/** Families within which a wrong extension is a slip, and between which it is a lie. */
export type FileGroup = "image" | "document" | "archive" | "audio" | "video" | "text" | "other";

export type FileKind = {
  type: string;
  group: FileGroup;
  /** The first one is given to a name that has none. */
  extensions: readonly string[];
  /** Only pictures that no browser can run anything from are shown in the page. */
  disposition: "inline" | "attachment";
};

const row =
  (group: FileGroup, disposition: FileKind["disposition"] = "attachment") =>
  (type: string, ...extensions: string[]): FileKind => ({ type, group, extensions, disposition });
const shown = row("image", "inline");
const image = row("image");
const document = row("document");
const archive = row("archive");
const audio = row("audio");
const video = row("video");
const text = row("text");

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What we know by name. Other harmless content is accepted too, as an attachment. */
export const fileKinds: readonly FileKind[] = [
  shown("image/png", "png", "apng"),
  shown("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  shown("image/gif", "gif"),
  shown("image/webp", "webp"),
  shown("image/avif", "avif"),
  image("image/heic", "heic", "heif"),
  image("image/bmp", "bmp", "dib"),
  image("image/tiff", "tif", "tiff"),
  image("image/x-icon", "ico"),
  document("application/pdf", "pdf"),
  document(`${office}.wordprocessingml.document`, "docx"),
  document(`${office}.spreadsheetml.sheet`, "xlsx"),
  document(`${office}.presentationml.presentation`, "pptx"),
  document(`${open}.text`, "odt"),
  document(`${open}.spreadsheet`, "ods"),
  document(`${open}.presentation`, "odp"),
  document("application/msword", "doc", "dot"),
  document("application/vnd.ms-excel", "xls"),
  document("application/vnd.ms-powerpoint", "ppt", "pps"),
  document("application/vnd.ms-outlook", "msg"),
  document("application/vnd.visio", "vsd"),
  document("application/epub+zip", "epub"),
  document("application/rtf", "rtf"),
  archive("application/zip", "zip"),
  archive("application/gzip", "gz", "tgz"),
  archive("application/x-tar", "tar"),
  archive("application/x-7z-compressed", "7z"),
  archive("application/x-rar-compressed", "rar"),
  archive("application/x-bzip2", "bz2"),
  archive("application/x-xz", "xz"),
  archive("application/zstd", "zst"),
  audio("audio/mpeg", "mp3"),
  audio("audio/wav", "wav"),
  audio("audio/ogg", "ogg", "oga", "opus"),
  audio("audio/flac", "flac"),
  audio("audio/x-m4a", "m4a"),
  audio("audio/aac", "aac"),
  audio("audio/amr", "amr"),
  video("video/mp4", "mp4", "m4v"),
  video("video/quicktime", "mov"),
  video("video/webm", "webm"),
  video("video/x-matroska", "mkv"),
  video("video/x-msvideo", "avi"),
  text("text/plain", "txt", "text", "log", "ini", "conf", "cfg", "sql", "diff", "patch"),
  text("text/csv", "csv"),
  text("text/tab-separated-values", "tsv"),
  text("text/markdown", "md", "markdown"),
  text("application/json", "json", "har", "ndjson"),
  text("application/yaml", "yaml", "yml"),
  text("text/calendar", "ics"),
  text("text/vcard", "vcf"),
  text("text/css", "css"),
  text("message/rfc822", "eml"),
  text("application/xml", "xml", "xsd", "xsl", "xslt"),
  text("text/html", "html", "htm", "xhtml", "shtml"),
  text("image/svg+xml", "svg", "svgz"),
];

/** Other names for the same types, as senders and the recogniser write them. */
const aliases: Readonly<Record<string, string>> = {
  "application/csv": "text/csv",
  "application/gzip-compressed": "application/gzip",
  "application/x-gzip": "application/gzip",
  "application/vnd.rar": "application/x-rar-compressed",
  "application/x-zip-compressed": "application/zip",
  "application/xhtml+xml": "text/html",
  "audio/mp3": "audio/mpeg",
  "audio/mp4": "audio/x-m4a",
  "audio/opus": "audio/ogg",
  "audio/vnd.wave": "audio/wav",
  "image/apng": "image/png",
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/x-png": "image/png",
  "image/vnd.microsoft.icon": "image/x-icon",
  "image/x-ms-bmp": "image/bmp",
  "text/rtf": "application/rtf",
  "text/xml": "application/xml",
  "text/yaml": "application/yaml",
  "video/vnd.avi": "video/x-msvideo",
  "video/matroska": "video/x-matroska",
  "video/x-m4v": "video/mp4",
};

const byType = new Map(fileKinds.map((kind) => [kind.type, kind]));
const byExtension = new Map(
  fileKinds.flatMap((kind) => kind.extensions.map((extension) => [extension, kind] as const)),
);

/** The kind of a type as someone claims it; parameters and case do not matter. */
export function kindOfType(claimed: string): FileKind | undefined {
  const type = (claimed.split(";")[0] ?? "").trim().toLowerCase();
  return byType.get(aliases[type] ?? type);
}

export function kindOfExtension(extension: string): FileKind | undefined {
  return byExtension.get(extension.toLowerCase());
}

/** The kind for content that a recogniser named; unknown names become a plain attachment. */
export function kindOfContent(type: string, extension: string): FileKind {
  return (
    kindOfType(type) ?? { type, group: "other", extensions: [extension], disposition: "attachment" }
  );
}

/** Bytes that nobody recognises: kept for the reader, never interpreted. */
export const unknownKind: FileKind = {
  type: "application/octet-stream",
  group: "other",
  extensions: [],
  disposition: "attachment",
};
