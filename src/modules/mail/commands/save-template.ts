import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { languages, letterWordsSchema, saveLetter } from "@/platform/mailer/letters";
import { letterOfKind } from "../queries/letters";
import { templateProblems } from "../rules/template-problems";

const schema = z.object({
  commandId: commandIdSchema,
  kind: z.string().max(60),
  language: z.enum(languages),
  /** The version that was on the screen. */
  base: z.int().nonnegative(),
  /** null: the words that it came with. */
  words: letterWordsSchema.nullable(),
});

/** Changes what a letter says in one language, from the next mail on; every version stays. */
export const saveTemplate = command(
  "templates.save",
  schema,
  async (tx, { actor, now }, { kind, language, base, words }) => {
    const letter = letterOfKind(kind);
    if (letter === undefined) throw new AppError("not_found");
    const [problem] = words === null ? [] : templateProblems(letter, words);
    if (problem !== undefined) throw new AppError("invalid_input", { detail: { says: problem } });
    const about = { kind, language, base, words, byId: actor.id, at: now };
    return { version: await saveLetter(tx, about) };
  },
);
