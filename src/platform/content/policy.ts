/**
 * What a message or an article may consist of: what mail and Markdown need, and nothing that can
 * run, load, submit or restyle the page around it. Both passes of the cleaner read this table.
 */
const phrasing = [
  "a",
  "abbr",
  "b",
  "cite",
  "code",
  "del",
  "em",
  "i",
  "ins",
  "kbd",
  "mark",
  "q",
  "s",
  "samp",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
  "var",
] as const;

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

const blocks = [
  ...headings,
  "blockquote",
  "div",
  "dl",
  "dt",
  "dd",
  "figcaption",
  "figure",
  "li",
  "ol",
  "p",
  "pre",
  "ul",
] as const;

const tableParts = ["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"] as const;

const voids = ["br", "hr", "img"] as const;

export const phrasingTags: ReadonlySet<string> = new Set(phrasing);
export const headingTags: ReadonlySet<string> = new Set(headings);
export const tableTags: ReadonlySet<string> = new Set(tableParts);
export const voidTags: ReadonlySet<string> = new Set(voids);

export const allowedTags: readonly string[] = [...phrasing, ...blocks, ...tableParts, ...voids];

/** Attributes that stay where their value passes; the order is the order of the output. */
export const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  "*": ["dir", "lang", "title"],
  a: ["href"],
  code: ["class"],
  img: ["src", "alt", "width", "height"],
  ol: ["start"],
  td: ["colspan", "rowspan", "align"],
  th: ["colspan", "rowspan", "align", "scope"],
};

/** Attributes that we write ourselves, whatever came in. */
export const ownAttributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { target: "_blank", rel: "noopener noreferrer nofollow" },
  img: { loading: "lazy", referrerpolicy: "no-referrer" },
};

export const linkSchemes: readonly string[] = ["http", "https", "mailto", "tel"];
export const imageSchemes: readonly string[] = ["https", "cid"];

/** Where our own attachments are served; the only images of this host that a message may show. */
export const attachmentPath = "/files/";

/** Names for the same thing, as old mail programs write it. */
export const renamedTags: Readonly<Record<string, string>> = {
  acronym: "abbr",
  image: "img",
  strike: "s",
  tt: "code",
};

/** Elements that only divide; a plain division keeps their words apart. */
export const dividingTags: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "center",
  "details",
  "dir",
  "fieldset",
  "footer",
  "form",
  "header",
  "main",
  "menu",
  "nav",
  "section",
  "summary",
]);

/** The frame of a document says nothing to a reader, so taking it off is not worth a word. */
export const frameTags: ReadonlySet<string> = new Set(["body", "head", "html", "wbr"]);

/** Elements that go together with all that stands in them. */
export const droppedWithContent: ReadonlySet<string> = new Set([
  "applet",
  "audio",
  "canvas",
  "datalist",
  "frameset",
  "iframe",
  "math",
  "noembed",
  "noframes",
  "noscript",
  "object",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "title",
  "video",
]);
