import { parseArgs } from "node:util";
import * as z from "zod";
import { Advice } from "../../scripts/system/advice";
import { type ScenarioName, scenarios } from "../scenarios/founding";
import { isTier } from "./held-tier";

const whole = z.coerce.number().int();
const account = z.object({ email: z.string(), password: z.string(), role: z.string() });
const schema = z.object({
  "minutes-scale": z.coerce.number().positive().default(1),
  url: z.url().optional(),
  accounts: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? [] : JSON.parse(text)))
    .pipe(z.array(account)),
  tickets: whole.min(1).default(20_000),
  webs: whole.min(1).default(1),
  realtimes: whole.min(0).default(1),
  workers: whole.min(0).default(1),
  listeners: whole.min(0).default(20),
  minutes: z.coerce.number().positive().optional(),
  held: z.boolean().default(false),
  "without-pages": z.boolean().default(false),
});
export type LoadOptions = z.output<typeof schema> & { scenario: ScenarioName };

export const usage = `npm run load -- smoke|load|stress|small|medium|soak [options]
  --minutes-scale N    the same course in less time: 0.1 makes ten minutes one (1)
  --minutes N          how long a soak lasts (60)
  --held               small and medium: every process held to what its row gives it
  --url URL            an installation that runs; else one of its own on a database of its own
  --accounts JSON      who visits it: [{"email", "password", "role"}]
  --tickets N          in the database of its own (20000)
  --webs, --realtimes, --workers N   processes of its own (1 each)
  --listeners N        sockets that check what they hear (20)
  --without-pages      the API alone, without Next and its build
`;

const soakMinutes = 60;
const text = { type: "string" } as const;
const isScenario = (name: string): name is ScenarioName => name in scenarios;

/** @throws Advice when an option is unknown or makes no sense. */
export function parseOptions(args: string[]): LoadOptions {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "minutes-scale": text,
        url: text,
        accounts: text,
        tickets: text,
        webs: text,
        realtimes: text,
        workers: text,
        listeners: text,
        minutes: text,
        held: { type: "boolean" },
        "without-pages": { type: "boolean" },
      },
    });
    const scenario = positionals[0] ?? "smoke";
    if (!isScenario(scenario)) throw new Error(`There is no scenario "${scenario}".`);
    const options = schema.parse(values);
    if (options.url !== undefined && options.accounts.length === 0)
      throw new Error("--url needs --accounts: people of that installation who may sign in.");
    if (options.held && !isTier(scenario))
      throw new Error("--held is for the rows small and medium.");
    if (options.minutes !== undefined) {
      if (scenario !== "soak")
        throw new Error("--minutes is for soak; others take --minutes-scale.");
      options["minutes-scale"] = options.minutes / soakMinutes;
    }
    return { ...options, scenario };
  } catch (error) {
    throw new Advice(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
