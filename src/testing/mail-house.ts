import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { testServices } from "./database";
import { aMailServer } from "./mail-server";

export type MailHouse = Awaited<ReturnType<typeof aMailHouse>>;

/**
 * A house with a mail server of its own, which answers each mail with the next of `codes`, and a
 * folder for files; both go with it.
 */
export async function aMailHouse(codes: number[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "mail-house-"));
  const services = await testServices({ STORAGE_DIR: folder });
  const server = await aMailServer((name, value) => vi.stubEnv(name, value), codes);
  return {
    server,
    close: async () => {
      await server.close();
      vi.unstubAllEnvs();
      forgetEnv();
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
