import { hostname } from "node:os";
import { EnvironmentError, env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { processReports } from "@/platform/processes";

const silence = () =>
  new Promise<[]>((resolve) => {
    setTimeout(() => resolve([]), limits.readyCheckMsMax).unref();
  });

/**
 * Files in a folder lie on one machine, and what one web process took in another would not find.
 * @throws EnvironmentError when a web process lives on another machine and no store is shared.
 */
export async function checkOneHost(): Promise<void> {
  if (env().S3_ENDPOINT !== undefined) return;
  // A store that is away says nothing of others; then the web starts, and says that it is away.
  const reports = await Promise.race([processReports(), silence()]).catch(() => []);
  const elsewhere = reports.find(
    ({ kind, silent, host }) => kind === "web" && !silent && host !== hostname(),
  );
  if (elsewhere === undefined) return;
  throw new EnvironmentError([
    `S3_ENDPOINT: a web process runs on ${elsewhere.host} already, and files in STORAGE_DIR are on one machine alone; name a store that both reach`,
  ]);
}
