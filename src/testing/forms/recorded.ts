import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { everythingWritten, type Written } from "./discover";
import { samplesOf, takenBy } from "./samples";

const recordSchema = z.object({
  name: z.string(),
  version: z.int(),
  /** What code of this form takes; null for what was written before anybody kept that. */
  takes: z.nullable(z.record(z.string(), z.unknown())),
  /** What code of this form writes. */
  samples: z.array(z.unknown()),
});
export type Recorded = z.output<typeof recordSchema>;

const folderOf = (root: string) => join(root, "src", "testing", "forms", "recorded");
const fileOf = (root: string, { kind, home }: Pick<Written, "kind" | "home">) =>
  join(folderOf(root), kind, `${home}.json`);

function read(file: string): Recorded[] {
  return existsSync(file)
    ? z.array(recordSchema).parse(JSON.parse(readFileSync(file, "utf8")))
    : [];
}

/** Every form that was ever published, by its kind. */
export function allRecorded(root: string): (Recorded & Pick<Written, "kind" | "home">)[] {
  return (["jobs", "events", "wire"] as const).flatMap((kind) =>
    readdirSync(join(folderOf(root), kind)).flatMap((file) =>
      read(join(folderOf(root), kind, file)).map((form) => ({
        ...form,
        kind,
        home: file.replace(/\.json$/, ""),
      })),
    ),
  );
}

/** The form in which today's code writes and reads something. */
export function formOf(written: Written): Recorded {
  const schema = written.schemaOf(written.version) ?? z.never();
  const { name, version } = written;
  return recordSchema.parse(
    JSON.parse(
      JSON.stringify({ name, version, takes: takenBy(schema), samples: samplesOf(schema) }),
    ),
  );
}

export const isSame = (one: Recorded, other: Recorded): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Adds today's forms to those that are known; none is ever taken away. */
export async function recordForms(root: string): Promise<string[]> {
  const added: string[] = [];
  for (const written of await everythingWritten(root)) {
    const file = fileOf(root, written);
    const known = read(file);
    const form = formOf(written);
    if (known.some((one) => isSame(one, form))) continue;
    mkdirSync(dirname(file), { recursive: true });
    const lines = [...known, form].map((one) => JSON.stringify(one));
    writeFileSync(file, `[\n${lines.join(",\n")}\n]\n`);
    added.push(`${form.name}, version ${form.version}`);
  }
  return added;
}
