type Piece = {
  readonly kind: "text" | "quoted" | "comment" | "angle" | "mark";
  readonly text: string;
};

const special = /["(<,;:\\]/g;

/** Behind the quote that ends what begins at `from`; -1 where none does. */
function quotedEnd(field: string, from: number): number {
  for (let at = from + 1; at < field.length; at += 1) {
    if (field[at] === "\\") at += 1;
    else if (field[at] === '"') return at + 1;
  }
  return -1;
}

/** Behind the bracket that ends a comment, in which comments may stand; -1 where none does. */
function commentEnd(field: string, from: number): number {
  let depth = 0;
  for (let at = from; at < field.length; at += 1) {
    if (field[at] === "\\") at += 1;
    else if (field[at] === "(") depth += 1;
    else if (field[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function angleEnd(field: string, from: number): number {
  for (let at = from + 1; at < field.length; ) {
    if (field[at] === ">") return at + 1;
    if (field[at] === "<") return -1;
    const inner =
      field[at] === '"' ? quotedEnd(field, at) : field[at] === "(" ? commentEnd(field, at) : at + 1;
    if (inner < 0) return -1;
    at = inner;
  }
  return -1;
}

const ends = { '"': quotedEnd, "(": commentEnd, "<": angleEnd } as const;
const kinds = { '"': "quoted", "(": "comment", "<": "angle" } as const;
const opens = (char: string): char is keyof typeof ends => Object.hasOwn(ends, char);

/** A field in its pieces, which together are the field; null where something in it does not end. */
function piecesOf(field: string): Piece[] | null {
  const pieces: Piece[] = [];
  let textFrom = 0;
  const putText = (to: number) => {
    if (to > textFrom) pieces.push({ kind: "text", text: field.slice(textFrom, to) });
  };
  for (let at = 0; at < field.length; ) {
    special.lastIndex = at;
    const found = special.exec(field)?.index ?? field.length;
    const char = field[found] ?? "";
    if (char === "" || char === "\\") {
      at = found + 2;
      continue;
    }
    putText(found);
    const end = opens(char) ? ends[char](field, found) : found + 1;
    if (end < 0) return null;
    pieces.push({ kind: opens(char) ? kinds[char] : "mark", text: field.slice(found, end) });
    at = end;
    textFrom = end;
  }
  putText(field.length);
  return pieces;
}

/** An address without the blanks and remarks that older programs wrote into it; quoted parts stay as they are. */
const bare = (inner: string): string =>
  (piecesOf(inner) ?? ([{ kind: "text", text: inner }] satisfies Piece[]))
    .filter(({ kind }) => kind !== "comment")
    .map(({ kind, text }) => (kind === "quoted" ? text : text.replace(/\s+/g, "")))
    .join("");

const blankInAddress = /[.@]\s|\s[.@]/;

/** One entry of the list as a plainer one that means the same. */
function entryOf(pieces: readonly Piece[]): string {
  const written = pieces.map(({ text }) => text).join("");
  if (pieces.some(({ kind }) => kind === "angle")) {
    return pieces
      .map(({ kind, text }) => (kind === "angle" ? `<${bare(text.slice(1, -1))}>` : text))
      .join("");
  }
  const comments = pieces.filter(({ kind }) => kind === "comment");
  const others = pieces.filter(({ kind }) => kind !== "comment");
  const words = others
    .map(({ text }) => text)
    .join("")
    .trim();
  // A remark alone is nobody's address.
  if (words === "" && comments.length > 0) return "";
  const isAddress = others.some(({ kind, text }) => kind === "text" && text.includes("@"));
  if (!isAddress || !(comments.length > 0 || blankInAddress.test(words))) return written;
  const closed = words.replace(/\s+/g, " ").replace(/ ?([.@]) ?/g, "$1");
  if (/\s/.test(closed)) return written;
  return ` ${[bare(closed), ...comments.slice(-1).map(({ text }) => text)].join(" ")}`;
}

/**
 * An address field as today's programs would write it: RFC 5322 lets older ones put remarks and blanks inside of
 * addresses ("jdoe@machine(remark).  example"), and list remarks that address nobody. The same text where there is
 * nothing of the kind, or where its brackets do not match.
 */
export function plainAddressField(field: string): string {
  if (!field.includes("(") && !blankInAddress.test(field)) return field;
  const pieces = piecesOf(field);
  if (pieces === null) return field;
  const written: string[] = [];
  let entry: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "mark") {
      written.push(
        piece.text === ":" ? entry.map(({ text }) => text).join("") : entryOf(entry),
        piece.text,
      );
      entry = [];
    } else entry.push(piece);
  }
  return [...written, entryOf(entry)].join("");
}

/** A text without its remarks in brackets, which may stand inside of each other. */
export function withoutRemarks(text: string): string {
  if (!text.includes("(")) return text;
  let kept = "";
  for (let at = 0; at < text.length; ) {
    const opens = text.indexOf("(", at);
    const end = opens < 0 ? -1 : commentEnd(text, opens);
    if (end < 0) return kept + text.slice(at);
    kept += `${text.slice(at, opens)} `;
    at = end;
  }
  return kept;
}
