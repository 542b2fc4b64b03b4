import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The wall clocks of some processes, each of which can be put wrong while it runs. */
export type Clocks = {
  /** The variables by which a process gets a clock of ours; none where it keeps the machine's. */
  envOf: (name: string) => Record<string, string>;
  set: (name: string, seconds: number) => void;
};

/** From the package faketime of Debian and others. */
const libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].flatMap((machine) =>
  ["/usr/lib", "/usr/local/lib"].map((lib) => `${lib}/${machine}/faketime/libfaketimeMT.so.1`),
);

/** Null where libfaketime is not installed. */
export function movableClocks(folder: string, names: readonly string[]): Clocks | null {
  const library = libraries.find((path) => existsSync(path));
  if (library === undefined) return null;
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string) => join(folder, name);
  const set = (name: string, seconds: number) =>
    writeFileSync(fileOf(name), `${seconds < 0 ? "" : "+"}${seconds}\n`);
  for (const name of names) set(name, 0);
  return {
    set,
    envOf: (name) => {
      const variables: Record<string, string> = {};
      if (names.includes(name))
        Object.assign(variables, {
          LD_PRELOAD: library,
          FAKETIME_TIMESTAMP_FILE: fileOf(name),
          FAKETIME_CACHE_DURATION: "1",
          // Pauses and deadlines are measured by the other clock, which no wrong hour moves.
          FAKETIME_DONT_FAKE_MONOTONIC: "1",
          DONT_FAKE_MONOTONIC: "1",
        });
      return variables;
    },
  };
}
