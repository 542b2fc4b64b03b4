import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";

/** Something that one version writes and another one reads. */
export type Written = {
  kind: "jobs" | "events" | "wire";
  /** The queue of a job, the module of an event. */
  home: string;
  name: string;
  version: number;
  /** How today's code reads what was written in a version; nothing when it does not. */
  schemaOf: (version: number) => z.core.$ZodType | undefined;
};

const schema = z.custom<z.core.$ZodType>((value) => value instanceof z.core.$ZodType);
const versioned = z.object({
  name: z.string(),
  version: z.int(),
  payload: schema,
  older: z.record(z.string(), schema).default({}),
});
const jobSchema = versioned.extend({ queue: z.string(), id: z.custom<unknown>() });
const eventSchema = versioned.extend({ make: z.custom<unknown>(), read: z.custom<unknown>() });

const fromVersions =
  ({ version: newest, payload, older }: z.output<typeof versioned>) =>
  (version: number) =>
    version === newest ? payload : older[String(version)];

async function exportsOf(file: string): Promise<[string, unknown][]> {
  const found: unknown = await import(pathToFileURL(file).href);
  return typeof found === "object" && found !== null ? Object.entries(found) : [];
}

/** What every export of a file is, where it is a job or an event. */
async function writtenIn(file: string, folder: string): Promise<Written[]> {
  return (await exportsOf(file)).flatMap(([, value]): Written[] => {
    const job = jobSchema.safeParse(value);
    const event = eventSchema.safeParse(value);
    if (job.success && "queue" in job.data)
      return [{ kind: "jobs", home: job.data.queue, ...of(job.data) }];
    return event.success ? [{ kind: "events", home: basename(folder), ...of(event.data) }] : [];
  });
}

const of = (found: z.output<typeof versioned>) => ({
  name: found.name,
  version: found.version,
  schemaOf: fromVersions(found),
});

/** What lies in the stores around a payload or by itself, and what goes over sockets. */
const wireFiles = [
  "src/platform/realtime/wire.ts",
  "src/platform/outbox/event.ts",
  "src/platform/queues/job.ts",
  "src/platform/auth/stored-session.ts",
  "src/platform/processes/report.ts",
];

async function writtenOnWires(root: string): Promise<Written[]> {
  const all = await Promise.all(wireFiles.map((file) => exportsOf(join(root, file))));
  return all.flat().flatMap(([name, value]): Written[] => {
    const found = schema.safeParse(value);
    if (!found.success) return [];
    return [{ kind: "wire", home: "all", name, version: 1, schemaOf: () => found.data }];
  });
}

/** Every job, every event and every message of this tree. */
export async function everythingWritten(root: string): Promise<Written[]> {
  const folders = ["src/modules", "src/platform"].flatMap((home) =>
    readdirSync(join(root, home)).map((name) => join(root, home, name)),
  );
  const files = [...folders, join(root, "worker")].flatMap((folder) =>
    ["jobs.ts", "events.ts"]
      .map((name) => join(folder, name))
      .filter((file) => existsSync(file))
      .map((file) => ({ file, folder })),
  );
  const found = await Promise.all(files.map(({ file, folder }) => writtenIn(file, folder)));
  return [...found.flat(), ...(await writtenOnWires(root))];
}
