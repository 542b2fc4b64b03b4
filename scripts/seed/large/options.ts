import { parseArgs } from "node:util";
import * as z from "zod";
import { Advice } from "../../system/advice";

const usage =
  "npm run seed -- [--tickets 10000] [--seed 1] [--url postgresql://...] [--until 2026-11-24]";

const options = z.object({
  tickets: z.coerce.number().int().min(1).max(20_000_000).default(10_000),
  seed: z.coerce.number().int().min(0).max(2_147_483_000).default(1),
  url: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Where the past ends. A day by default, so that the same command gives the same rows all day. */
  until: z.coerce.date().optional(),
});

export type SeedOptions = z.output<typeof options>;

/** @throws Advice that says what cannot be understood. */
export function readOptions(argv: readonly string[]): SeedOptions {
  const declared = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { tickets: declared, seed: declared, url: declared, until: declared },
    });
    return options.parse(values);
  } catch (error) {
    const what =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("; ")
        : String(error instanceof Error ? error.message : error);
    throw new Advice(`${what}\nUsage: ${usage}`);
  }
}
