/** Values by their names; null: it is known and empty here. */
export type VariableValues = Readonly<Record<string, string | null>>;

export type Rendered = {
  text: string;
  /** Known, and without a value for this ticket: one has to write something oneself. */
  empty: string[];
  unknown: string[];
  used: { name: string; value: string }[];
};

const variable = /\{\{\s*([\p{L}][\p{L}\p{N}_.]{0,60})\s*\}\}/gu;

/**
 * Puts values where a Markdown text names them. A value is words and nothing else: no sign in it
 * becomes a link, a list or a tag; `spelt` says otherwise for texts that are no Markdown. What has no
 * value stays as it was written, so that whoever sends it sees it.
 */
export function render(
  template: string,
  values: VariableValues,
  spelt: (value: string) => string = plainWords,
): Rendered {
  const empty = new Set<string>();
  const unknown = new Set<string>();
  const used = new Map<string, string>();
  const text = template.replace(variable, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const said = value?.replace(/\s+/gu, " ").trim();
    if (value === undefined) unknown.add(name);
    else if (said === undefined || said === "") empty.add(name);
    else {
      used.set(name, said);
      return spelt(said);
    }
    return written;
  });
  return {
    text,
    empty: [...empty],
    unknown: [...unknown],
    used: [...used].map(([name, value]) => ({ name, value })),
  };
}

/** The variables that are still in a text: while there is one, it is not sent. */
export function openVariables(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = ""]) => name))];
}

/** Signs that Markdown would read; the ordinary ones of names and numbers stay as they are. */
function plainWords(value: string): string {
  return value
    .replace(/[\\`*_[\]<>&~|{}!$^=]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/^(?:#{1,6}(?=\s|$)|[+-](?=[\s-]|$)|\d+[.)](?=\s|$))/, (start) =>
      start.replace(/[#+\-.)]/, "\\$&"),
    );
}

export { deskName, exampleSubject, personName } from "./people";
