import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../system/root";

export type ToolRun = { exitCode: number; output: string };

type How = {
  env?: Readonly<Record<string, string>>;
  /** Whether people see its words as they come (long stages), or only when it fails. */
  isShown?: boolean;
};

/** A tool of node_modules, by the file that npm's link points to. */
export async function runTool(
  command: readonly string[],
  { env = {}, isShown = false }: How = {},
): Promise<ToolRun> {
  const [program = process.execPath, ...args] = command;
  const colour = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    stdio: ["ignore", isShown ? "inherit" : "pipe", isShown ? "inherit" : "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  // Ctrl-C reaches the whole group by itself; a signal to us alone is passed on.
  const passOn = () => child.kill("SIGTERM");
  process.once("SIGTERM", passOn);
  try {
    const [code, signal] = await once(child, "close");
    return { exitCode: typeof code === "number" ? code : signal === null ? 1 : 128, output };
  } finally {
    process.off("SIGTERM", passOn);
  }
}
