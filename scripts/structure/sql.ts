export type TableUse = {
  readonly table: string;
  readonly writes: boolean;
  readonly offset: number;
};

type Token = { readonly text: string; readonly kind: "word" | "mark"; readonly offset: number };

/** Words, quoted names and marks of a statement; comments, strings and dollar quotes fall away. */
function tokensOf(sql: string): Token[] {
  const pattern =
    /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]?'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"((?:[^"]|"")+)"|([a-zA-Z_][\w$]*)|(\d[\w.]*|\$\d+)|(\S)/g;
  const tokens: Token[] = [];
  for (const match of sql.matchAll(pattern)) {
    const [, , quoted, word, , mark] = match;
    const offset = match.index;
    if (quoted !== undefined) tokens.push({ text: quoted, kind: "word", offset });
    else if (word !== undefined) tokens.push({ text: word.toLowerCase(), kind: "word", offset });
    else if (mark !== undefined) tokens.push({ text: mark, kind: "mark", offset });
  }
  return tokens;
}

/** Which tables a statement reads and writes. Names of its own (`with x as`) are not tables. */
export function tablesUsed(sql: string): readonly TableUse[] {
  const tokens = tokensOf(sql);
  const own = ownNames(tokens);
  const uses: TableUse[] = [];
  const at = (index: number) => tokens[index]?.text ?? "";
  tokens.forEach((token, index) => {
    const start = afterKeyword(at, index);
    if (start === undefined) return;
    for (const name of namesFrom(tokens, start, ["from", "using"].includes(token.text))) {
      if (own.has(name.text)) continue;
      uses.push({ table: name.text, writes: writes(at, index), offset: name.offset });
    }
  });
  return uses;
}

/** Where the name of a table stands after this word, if this word leads to one. */
function afterKeyword(at: (index: number) => string, index: number): number | undefined {
  const word = at(index);
  const before = at(index - 1);
  // `is distinct from x` compares; `for update of x` and `do update set` name no new table.
  if (word === "from") return before === "distinct" ? undefined : index + 1;
  if (word === "join" || word === "into") return index + 1;
  if (word === "using") return at(index + 1) === "(" ? undefined : index + 1;
  if (word === "update") return ["for", "do", "key", "on"].includes(before) ? undefined : index + 1;
  if (word === "truncate" || (word === "table" && before === "lock")) return index + 1;
  return undefined;
}

function writes(at: (index: number) => string, index: number): boolean {
  const word = at(index);
  if (["into", "update", "truncate"].includes(word)) return true;
  return word === "from" && at(index - 1) === "delete";
}

/** The name at `start`, and after commas the others of the same list, aliases left out. */
function namesFrom(tokens: readonly Token[], start: number, isList: boolean): Token[] {
  const names: Token[] = [];
  let index = start;
  while (["only", "lateral", "table"].includes(tokens[index]?.text ?? "")) index += 1;
  const first = tokens[index];
  if (first?.kind === "word") {
    const schemaGiven = tokens[index + 1]?.text === "." && tokens[index + 2] !== undefined;
    const name = schemaGiven ? tokens[index + 2] : first;
    if (schemaGiven) index += 2;
    // A bracket after it makes a function of it, except where the columns to write follow.
    const isCalled = tokens[index + 1]?.text === "(" && tokens[start - 1]?.text !== "into";
    if (name !== undefined && !isCalled) names.push(name);
  }
  if (!isList) return names;
  const comma = commaAfterItem(tokens, index);
  return comma === undefined ? names : [...names, ...namesFrom(tokens, comma + 1, true)];
}

const clauseEnds = [
  "where",
  "join",
  "left",
  "right",
  "inner",
  "full",
  "cross",
  "group",
  "order",
  "limit",
  "having",
  "union",
  "returning",
  "on",
  "set",
  "for",
  "window",
  "offset",
  "fetch",
  "except",
  "intersect",
  "select",
];

/** The comma that ends one item of a from list, past its alias and whatever its brackets hold. */
function commaAfterItem(tokens: readonly Token[], start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth < 0) return undefined;
    if (depth > 0) continue;
    if (text === ",") return index;
    if (text === ";" || clauseEnds.includes(text)) return undefined;
  }
  return undefined;
}

/** `with a as (`, `, b (x, y) as materialized (`: names that the statement makes itself. */
function ownNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  if (!tokens.some((token) => token.text === "with")) return names;
  tokens.forEach((token, index) => {
    if (token.text !== "as") return;
    let next = index + 1;
    while (["not", "materialized"].includes(tokens[next]?.text ?? "")) next += 1;
    if (tokens[next]?.text !== "(") return;
    const name = tokens[nameBefore(tokens, index)];
    if (name?.kind === "word") names.add(name.text);
  });
  return names;
}

/** The word before `as`, past a list of columns in brackets. */
function nameBefore(tokens: readonly Token[], asIndex: number): number {
  if (tokens[asIndex - 1]?.text !== ")") return asIndex - 1;
  let index = asIndex - 1;
  while (index > 0 && tokens[index]?.text !== "(") index -= 1;
  return index - 1;
}
