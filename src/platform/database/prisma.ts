import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { processShared } from "@/platform/process";
import { pools } from "./pools";

/**
 * The one Prisma client of this process, over the pool of the primary: for sign-in and for
 * administration. Lists, searches and tickets are SQL (docs/decisions).
 */
export function prisma(): PrismaClient {
  return processShared(
    "prisma",
    () =>
      new PrismaClient({ adapter: new PrismaPg(pools().write, { disposeExternalPool: false }) }),
  );
}
