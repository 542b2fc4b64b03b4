import { limits } from "@/platform/limits";
import { cleanImageSource, cleanLink, scriptingScheme } from "./address";
import { allowedAttributes, ownAttributes } from "./policy";

export type Attributes = ReadonlyMap<string, string>;

/** Gives the value that may stay, or what to call what was taken out. */
type Check = (value: string) => { value: string } | { refused: string };

const matches =
  (name: string, pattern: RegExp): Check =>
  (raw) => {
    const value = raw.trim().toLowerCase();
    return pattern.test(value) ? { value } : { refused: name };
  };

const countUpTo =
  (name: string, max: number): Check =>
  (raw) => {
    const value = /^\s*(\d{1,5})(px)?\s*$/i.exec(raw)?.[1];
    if (value === undefined || Number(value) > max) return { refused: name };
    return { value: String(Number(value)) };
  };

const words: Check = (raw) => ({ value: raw.replace(/\s+/g, " ").trim() });

const checks: Readonly<Record<string, Check>> = {
  align: matches("align", /^(left|center|right)$/),
  alt: words,
  class: (raw) => {
    const language = raw.split(/\s+/).find((name) => /^language-[\w+#.-]{1,40}$/.test(name));
    return language === undefined ? { refused: "class" } : { value: language };
  },
  colspan: countUpTo("colspan", 1_000),
  dir: matches("dir", /^(ltr|rtl|auto)$/),
  height: countUpTo("height", 10_000),
  href: cleanLink,
  lang: matches("lang", /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/),
  rowspan: countUpTo("rowspan", 1_000),
  scope: matches("scope", /^(row|col|rowgroup|colgroup)$/),
  src: cleanImageSource,
  start: countUpTo("start", 99_999),
  title: words,
  width: countUpTo("width", 10_000),
};

/** What we write anyway is not missed when it comes in. */
const isOurs = (tag: string, name: string) =>
  name in (ownAttributes[tag] ?? {}) || name.startsWith("xmlns");

const alignment = /^\s*text-align\s*:\s*(left|center|right)\s*;?\s*$/i;

/** A cell's alignment may come as a style, as Markdown writes it; it stays as an attribute. */
function withoutAlignmentStyle(tag: string, given: Attributes): Attributes {
  const align = alignment.exec(given.get("style") ?? "")?.[1];
  if (align === undefined || (tag !== "td" && tag !== "th")) return given;
  const rest = [...given].filter(([name]) => name !== "style");
  return new Map([["align", align], ...rest]);
}

/** The attributes of an allowed element that may stay, in the order of the output. */
export function cleanAttributes(
  tag: string,
  received: Attributes,
  remove: (name: string) => void,
): Map<string, string> {
  const given = withoutAlignmentStyle(tag, received);
  const allowed = [...(allowedAttributes[tag] ?? []), ...(allowedAttributes["*"] ?? [])];
  for (const [name, value] of given) {
    if (allowed.includes(name) || isOurs(tag, name)) continue;
    remove(name);
    nameHiddenScheme(value, remove);
  }
  const kept = new Map<string, string>();
  for (const name of allowed) {
    const raw = given.get(name);
    if (raw === undefined) continue;
    const check = checks[name];
    const result =
      check === undefined || raw.length > limits.htmlAttributeCharsMax
        ? { refused: name }
        : check(raw);
    if ("refused" in result) remove(result.refused);
    else if (result.value !== "" || name === "alt") kept.set(name, result.value);
  }
  return kept;
}

function nameHiddenScheme(value: string, remove: (name: string) => void): void {
  const scheme = scriptingScheme(value);
  if (scheme !== undefined) remove(scheme);
}

/** Of an element that goes as a whole, only what could have run is worth naming. */
export function nameDangers(given: Attributes, remove: (name: string) => void): void {
  for (const [name, value] of given) {
    if (name.startsWith("on")) remove(name);
    nameHiddenScheme(value, remove);
  }
}
