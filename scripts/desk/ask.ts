import { type Answered, answerJson } from "./answers";
import { Refusal } from "./refusal";
import { bytesOf, bytesOfStdin, NotJson, parseJson } from "./sources";
import type { Verb } from "./verb";

/** Reads one file; what cannot be read is a refusal in its place and not the end of the others. */
async function readOne(verb: Verb, path: string): Promise<unknown> {
  try {
    const bytes = await bytesOf(path);
    return verb.reads === "json" ? parseJson(bytes, path) : bytes;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function readStdin(verb: Verb): Promise<unknown> {
  const bytes = await bytesOfStdin();
  return verb.reads === "json" ? parseJson(bytes, "Standard input") : bytes;
}

/** One file gives its own answer, several give an array, none means standard input. */
export async function ask(
  verb: Verb,
  files: readonly string[],
  flags: ReadonlySet<string>,
): Promise<Answered> {
  if (verb.reads === "nothing") return answerJson(verb, null, { flags, file: null });
  if (files.length === 0) return answerJson(verb, await readStdin(verb), { flags, file: null });
  const answers: Answered[] = [];
  for (const file of files) {
    const source = await readOne(verb, file);
    if (source instanceof NotJson && files.length === 1) throw source;
    answers.push(await answerJson(verb, source, { flags, file }));
  }
  const [first] = answers;
  if (first && answers.length === 1) return first;
  return {
    value: answers.map((answer) => answer.value),
    refused: answers.some((answer) => answer.refused),
  };
}
