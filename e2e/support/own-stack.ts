import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type OwnStack = { setupLink: string; stop(): Promise<void> };

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/**
 * `npm start` as somebody runs it the first time, with nothing in its database and no demo: gives the
 * link that it prints.
 */
export async function anEmptyStart(): Promise<OwnStack> {
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-empty-"));
  const { E2E_CONTROL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...environment, DATA_DIR: join(folder, "data"), DEMO_MODE: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const stop = async () => {
    child.kill("SIGINT");
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const setupLink = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const link = /\((?:valid for one hour)\): (\S+)/.exec(said)?.[1];
      if (link !== undefined) resolve(link);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The start ended with ${code}:\n${said}`)));
  }).catch(async (thrown: unknown) => {
    await stop();
    throw thrown;
  });
  return { setupLink, stop };
}
