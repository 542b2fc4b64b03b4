import * as z from "zod";
import { Refusal } from "./refusal";
import { wordsOf } from "./wrong-input";

export interface AnswerOptions {
  /** The switches that were set, without their dashes; only those that the verb declares can be here. */
  readonly flags: ReadonlySet<string>;
  /** The file's name where a file was read, else null. */
  readonly file: string | null;
}

/** What the frame knows of a verb, whatever it reads. */
export interface Verb {
  readonly group: string;
  readonly verb: string;
  readonly summary: string;
  readonly reads: "json" | "bytes" | "nothing";
  readonly flags: Readonly<Record<string, string>>;
  readonly example: unknown;
  /** The JSON Schema of what it takes, or null where that is not JSON. */
  inputSchema(): unknown;
  answer(source: unknown, options: AnswerOptions): Promise<unknown>;
}

interface Named {
  group: string;
  verb: string;
  summary: string;
  /** `{ resolve: "what the switch does" }` allows `--resolve`. */
  flags?: Record<string, string>;
}

interface JsonVerb<Input extends z.ZodType> extends Named {
  reads?: "json";
  input: Input;
  example: z.input<Input>;
  answer(input: z.output<Input>, options: AnswerOptions): unknown;
}

interface BytesVerb extends Named {
  reads: "bytes";
  /** The words after the verb, as `desk help` shows them: `"letter.eml"`. */
  example: string;
  answer(bytes: Uint8Array, options: AnswerOptions): unknown;
}

interface Listing extends Named {
  reads: "nothing";
  answer(options: AnswerOptions): unknown;
}

const named = ({ group, verb, summary, flags = {} }: Named) => ({ group, verb, summary, flags });

/** A verb that takes one JSON value. Use `z.strictObject`: an unknown key is refused, not passed over. */
export function defineVerb<Input extends z.ZodType>(declared: JsonVerb<Input>): Verb {
  return {
    ...named(declared),
    reads: "json",
    example: declared.example,
    inputSchema: () => z.toJSONSchema(declared.input, { io: "input", unrepresentable: "any" }),
    async answer(source, options) {
      const parsed = await declared.input.safeParseAsync(source);
      if (!parsed.success) throw new Refusal("invalid", wordsOf(parsed.error));
      return declared.answer(parsed.data, options);
    },
  };
}

/** A verb that takes files that are not JSON, each as its bytes. */
export function defineBytesVerb(declared: BytesVerb): Verb {
  return {
    ...named(declared),
    reads: "bytes",
    example: declared.example,
    inputSchema: () => null,
    async answer(source, options) {
      if (!(source instanceof Uint8Array)) throw new Refusal("unreadable", "There are no bytes.");
      return declared.answer(source, options);
    },
  };
}

/** A verb that takes nothing and tells what there is. */
export function defineListing(declared: Listing): Verb {
  return {
    ...named(declared),
    reads: "nothing",
    example: null,
    inputSchema: () => null,
    answer: async (_source, options) => declared.answer(options),
  };
}
