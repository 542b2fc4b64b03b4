import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterPassword, superuser } from "../services/postgres-cluster";

/** The running server of this folder, as superuser: only that one may say that a copy begins. */
export function superuserUrl(postgresDir: string): string {
  const lines = readFileSync(join(postgresDir, "cluster", "postmaster.pid"), "utf8").split("\n");
  const login = `${superuser}:${encodeURIComponent(clusterPassword(postgresDir))}`;
  return `postgresql://${login}@127.0.0.1:${lines[3] ?? ""}/insightdesk`;
}
