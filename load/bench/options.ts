import { parseArgs } from "node:util";
import * as z from "zod";

const whole = z.coerce.number().int();
const schema = z.object({
  /** How many tickets the database holds; what lies there already is kept when it has as many. */
  tickets: whole.min(1_000).default(1_000_000),
  seconds: whole.min(1).default(5),
  rounds: whole.min(1).default(3),
  connections: z
    .string()
    .default("1,10,50")
    .transform((text) => text.split(",").map(Number))
    .pipe(z.array(z.int().positive())),
  /** Only the operations whose name holds this. */
  only: z.string().default(""),
  keep: z.boolean().default(false),
  "without-pages": z.boolean().default(false),
  "without-delivery": z.boolean().default(false),
  sockets: whole.min(1).default(200),
});

export type BenchOptions = z.output<typeof schema>;

export const usage = `npm run bench -- [options]
  --tickets N          tickets in the database, seeded when there are fewer (1000000)
  --seconds N          of each reading (5)
  --rounds N           of readings, web and floor in turn (3)
  --connections LIST   at once (1,10,50)
  --only TEXT          operations whose name holds the text
  --sockets N          on each of two realtime servers (200)
  --without-pages      the API alone, without Next and its build
  --without-delivery   no sockets
  --keep               write load/results/<commit>.json
`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** @throws when an option is unknown or is no number. */
export function parseOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      tickets: text,
      seconds: text,
      rounds: text,
      connections: text,
      only: text,
      sockets: text,
      keep: flag,
      "without-pages": flag,
      "without-delivery": flag,
    },
  });
  return schema.parse(values);
}
