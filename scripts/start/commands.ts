import { join } from "node:path";
import { nodeFlags } from "../../deploy/topology/node-flags";
import { root } from "../system/root";
import type { Place } from "./topology";

export type Mode = "production" | "development";

const leash = import.meta.resolve("./leash.mjs");

/** How a process is started: the bundle of a build, or its source, watched. */
export function commandFor(
  { kind, heapMbMax }: Pick<Place, "kind" | "heapMbMax">,
  mode: Mode,
  bundleDir: string,
): string[] {
  const heap = heapMbMax === undefined ? [] : [`--max-old-space-size=${heapMbMax}`];
  const node = [process.execPath, ...nodeFlags, ...heap, "--import", leash];
  if (mode === "production") {
    return [...node, "--enable-source-maps", join(root, bundleDir, `${kind}.js`)];
  }
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  return [...node, tsx, "watch", "--clear-screen=false", `${kind}/main.ts`];
}
