import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "./refusal";

/**
 * npm runs scripts in the package's folder; what a person typed is meant from where they stood, which npm
 * tells, and only then from here.
 */
function locate(path: string): string {
  const stood = process.env.INIT_CWD;
  const there = stood === undefined ? undefined : resolve(stood, path);
  return there !== undefined && existsSync(there) ? there : resolve(path);
}

export async function bytesOfStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === "-") return bytesOfStdin();
  try {
    return await readFile(locate(path));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal("unreadable", `${path} cannot be read: ${why}`, { cause });
  }
}

/** Thrown where JSON was promised and there is none; for the only source of a command it ends the command. */
export class NotJson extends Refusal {
  constructor(what: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super("unreadable", `${what} is not JSON: ${why}`, { cause });
  }
}

export function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return value;
  } catch (cause) {
    throw new NotJson(what, cause);
  }
}
