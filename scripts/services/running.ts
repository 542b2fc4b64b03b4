import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../system/processes";

const readIf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

/** The address of the PostgreSQL that `npm start` runs on this folder now, if it does. */
export function runningPostgresUrl(dataDir: string): string | undefined {
  const lines = readIf(join(dataDir, "postgres", "cluster", "postmaster.pid"))?.split("\n");
  const password = readIf(join(dataDir, "postgres", "password"))?.trim();
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])];
  if (password === undefined || !Number.isInteger(pid) || !isAlive(pid)) return undefined;
  return `postgresql://insightdesk:${encodeURIComponent(password)}@127.0.0.1:${port}/insightdesk`;
}

export function runningValkeyUrl(dataDir: string): string | undefined {
  const pid = Number(readIf(join(dataDir, "valkey", "server.pid")));
  const configuration = readIf(join(dataDir, "valkey", "server.conf")) ?? "";
  const port = /^port (\d+)$/m.exec(configuration)?.[1];
  const password = /^requirepass (\S+)$/m.exec(configuration)?.[1];
  if (port === undefined || password === undefined || !(pid > 0) || !isAlive(pid)) return undefined;
  return `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}
