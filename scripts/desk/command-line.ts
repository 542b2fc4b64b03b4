export interface CommandLine {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
}

/** Splits what was typed into words and switches; after `--` everything is a word, as files may begin with a dash. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const end = argv.indexOf("--");
  const before = end === -1 ? argv : argv.slice(0, end);
  const after = end === -1 ? [] : argv.slice(end + 1);
  const isFlag = (word: string) => word.startsWith("-") && word !== "-";
  return {
    words: [...before.filter((word) => !isFlag(word)), ...after],
    flags: new Set(
      before.filter(isFlag).map((word) => (word === "-h" ? "help" : word.replace(/^--?/, ""))),
    ),
  };
}
