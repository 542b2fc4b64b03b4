import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import type { Stack } from "../../scripts/start/stack";
import { freePort } from "../../scripts/system/ports";
import { root } from "../../scripts/system/root";
import { superviseWorkers } from "./supervise";

export const stackFactsSchema = z.object({
  webs: z.array(z.string()),
  realtimes: z.array(z.string()),
  databaseUrl: z.string(),
});
export type StackFacts = z.output<typeof stackFactsSchema>;

export const orderSchema = z.object({
  what: z.enum([
    "kill",
    "start",
    "restart-valkey",
    "stop-valkey",
    "stop",
    "continue",
    "plain-next",
    "supervise",
    "leave-alone",
  ]),
  name: z.string().default(""),
});
export type Order = z.input<typeof orderSchema>;

/** The whole product by Next alone, as `next start` serves it, beside the stack's own processes. */
async function startPlainNext(stack: Stack, started: ChildProcess[]): Promise<string> {
  const [web] = stack.webs;
  if (web === undefined) throw new Error("There is no web process to be like.");
  const port = await freePort();
  const next = spawn(
    process.execPath,
    [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port)],
    { cwd: root, env: { ...web.env, PORT: String(port) }, stdio: "pipe" },
  );
  started.push(next);
  next.stderr.resume();
  for await (const chunk of next.stdout) if (String(chunk).includes("Ready")) break;
  next.stdout.resume();
  return `http://localhost:${port}`;
}

async function obey(stack: Stack, { what, name }: z.output<typeof orderSchema>): Promise<void> {
  if (what === "restart-valkey") {
    await stack.services.valkey?.restart();
    return;
  }
  if (what === "stop-valkey") {
    await stack.services.valkey?.stop();
    return;
  }
  const member = stack.members.find((one) => one.name === name);
  if (member === undefined) throw new Error(`There is no process ${name}.`);
  if (what === "kill") await member.kill("SIGKILL");
  else if (what === "stop") await member.kill("SIGSTOP");
  else if (what === "continue") await member.kill("SIGCONT");
  else await member.start();
}

/** Playwright's workers are processes of their own: they ask here for what only the owner can do. */
export async function openControl(
  stack: Stack,
  report: (line: string) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  const facts: StackFacts = {
    webs: stack.webs.map((member) => member.url),
    realtimes: stack.realtimes.map((member) => member.url),
    databaseUrl: stack.services.directUrl,
  };
  const started: ChildProcess[] = [];
  let supervised: { close(): Promise<void> } | undefined;
  const leaveAlone = async () => {
    await supervised?.close();
    supervised = undefined;
  };
  const server = createServer((req, res) => {
    const answer = async () => {
      if (req.method === "GET") return facts;
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(Buffer.from(chunk));
      const given = orderSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      if (given.what === "plain-next") return { url: await startPlainNext(stack, started) };
      if (given.what === "leave-alone") await leaveAlone();
      else if (given.what === "supervise") supervised ??= await superviseWorkers(stack, report);
      else await obey(stack, given);
      return {};
    };
    answer().then(
      (body) => res.end(JSON.stringify(body)),
      (thrown: unknown) => res.writeHead(500).end(String(thrown)),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await leaveAlone();
      for (const child of started) {
        child.kill("SIGTERM");
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      }
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
