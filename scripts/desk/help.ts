import type { Verb } from "./verb";

export const usage = "npm run -s desk -- <group> <verb> [files] [--pretty]";

const command = (verb: Verb) => `${verb.group} ${verb.verb}`;

function usageOf(verb: Verb): string {
  const line = `npm run -s desk -- ${command(verb)}`;
  if (verb.reads === "nothing") return line;
  if (verb.reads === "bytes") return `${line} ${String(verb.example)}`;
  return `echo '${JSON.stringify(verb.example)}' | ${line}`;
}

export function helpForAll(verbs: readonly Verb[]): unknown {
  return {
    usage,
    help: "npm run -s desk -- help <group> <verb>",
    commands: verbs.map((verb) => ({ command: command(verb), summary: verb.summary })),
  };
}

/** The example is answered as it is shown, so that it cannot grow old. */
export async function helpFor(verb: Verb): Promise<unknown> {
  const shown = { command: command(verb), summary: verb.summary, usage: usageOf(verb) };
  const flags = Object.fromEntries(
    Object.entries(verb.flags).map(([flag, does]) => [`--${flag}`, does]),
  );
  if (verb.reads !== "json") return { ...shown, flags };
  const answer = await verb.answer(verb.example, { flags: new Set(), file: null });
  return { ...shown, flags, example: verb.example, answer, input: verb.inputSchema() };
}
