import { refusedBy } from "./answers";
import { ask } from "./ask";
import { readCommandLine } from "./command-line";
import { helpFor, helpForAll, usage } from "./help";
import { NotJson } from "./sources";
import type { Verb } from "./verb";
import { verbs } from "./verbs";

/** 0: all answered; 1: some refused; 2: there is no such command, or what came in is no JSON. */
export type ExitCode = 0 | 1 | 2;

export interface Outcome {
  readonly exit: ExitCode;
  /** What goes to standard output as JSON. */
  readonly value: unknown;
  /** Words for a person, to standard error. */
  readonly words?: string;
}

function misused(message: string): Outcome {
  const words = `${message}\nUsage: ${usage}\n"desk help" lists the commands.`;
  return { exit: 2, value: { error: { code: "invalid", message } }, words };
}

const find = (name: string) => (Object.hasOwn(verbs, name) ? verbs[name] : undefined);

async function help(words: readonly string[]): Promise<Outcome> {
  if (words.length > 0) {
    const load = find(words.join(" "));
    if (!load) return misused(`There is no command "${words.join(" ")}".`);
    return { exit: 0, value: await helpFor(await load()) };
  }
  const all = await Promise.all(Object.values(verbs).map((load) => load()));
  return { exit: 0, value: helpForAll(all), words: `Usage: ${usage}` };
}

async function answer(
  verb: Verb,
  files: readonly string[],
  flags: ReadonlySet<string>,
): Promise<Outcome> {
  const unknown = [...flags].filter((flag) => !Object.hasOwn(verb.flags, flag));
  if (unknown.length > 0) return misused(`There is no switch "--${unknown[0]}" here.`);
  if (verb.reads === "nothing" && files.length > 0) return misused("This command takes no files.");
  try {
    const { value, refused } = await ask(verb, files, flags);
    return { exit: refused ? 1 : 0, value };
  } catch (error) {
    if (error instanceof NotJson) {
      return { exit: 2, value: refusedBy(error, verb), words: error.message };
    }
    throw error;
  }
}

/** `flags` here are without `--pretty`, which is the printer's. */
export async function runDesk(argv: readonly string[]): Promise<Outcome & { pretty: boolean }> {
  const { words, flags } = readCommandLine(argv);
  const [group, verb, ...files] = words;
  const own = new Set([...flags].filter((flag) => flag !== "pretty" && flag !== "help"));
  const pretty = flags.has("pretty");
  if (group === "help") return { ...(await help(words.slice(1))), pretty: true };
  if (flags.has("help")) return { ...(await help(words.slice(0, 2))), pretty: true };
  if (group === undefined || verb === undefined) {
    return { ...misused("A command is a group and a verb."), pretty };
  }
  const name = `${group} ${verb}`;
  const load = find(name);
  if (!load) return { ...misused(`There is no command "${name}".`), pretty };
  return { ...(await answer(await load(), files, own)), pretty };
}
