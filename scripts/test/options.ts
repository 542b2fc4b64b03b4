import { Advice } from "../system/advice";

export const stageNames = [
  "types",
  "lint",
  "structure",
  "unit",
  "integration",
  "long",
  "e2e",
] as const;
export type StageName = (typeof stageNames)[number];

export type TestOptions = {
  /** None named: all. */
  stage?: StageName;
  long: boolean;
  /** What is handed to the stage's own tool as it is. */
  args: readonly string[];
};

const isStage = (word: string): word is StageName => stageNames.some((name) => name === word);

/** `npm test -- [stage] [--long] [arguments of the stage's tool]` */
export function parseTestOptions(argv: readonly string[]): TestOptions {
  const [first, ...args] = argv.filter((word) => word !== "--long");
  const long = argv.includes("--long") || first === "long";
  if (first === undefined) return { long, args: [] };
  if (isStage(first)) return { stage: first, long, args };
  throw new Advice(
    `There is no stage "${first}". Say npm test, or npm test -- ${stageNames.join("|")} [arguments].`,
  );
}
