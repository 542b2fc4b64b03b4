import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Advice } from "../system/advice";
import { root } from "../system/root";

const kept = ["tsconfig.json", "next-env.d.ts"].map((name) => join(root, name));

/** Next writes the folder it builds into to these files; a build changes no file that is kept. */
function restoreAfterwards(): () => void {
  const before = kept
    .filter((file) => existsSync(file))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
  return () => {
    for (const { file, text } of before) {
      if (readFileSync(file, "utf8") !== text) writeFileSync(file, text);
    }
  };
}

/** `next <command>`, its words kept for the case that it fails. */
export async function runNext(
  args: readonly string[],
  distDir: string,
  signal?: AbortSignal,
): Promise<void> {
  const restore = restoreAfterwards();
  const next = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A build that nobody waits for any more would hold both cores for a minute.
  const stop = () => next.kill("SIGTERM");
  process.once("exit", stop);
  signal?.addEventListener("abort", stop, { once: true });
  let output = "";
  for (const stream of [next.stdout, next.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  try {
    const [code] = await once(next, "close");
    if (code !== 0) throw new Advice(`next ${args.join(" ")} failed:\n${output.trim()}`);
  } finally {
    process.off("exit", stop);
    signal?.removeEventListener("abort", stop);
    restore();
  }
}
