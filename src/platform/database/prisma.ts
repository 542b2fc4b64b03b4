import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClientKnownRequestError } from "@prisma/client/runtime/client";
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

/** Prisma's codes for a server that cannot be reached, is too slow, hung up or is full. */
const outageCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);

/** Whether Prisma failed because the database is away, so that waiting helps. */
export function isPrismaOutage(thrown: unknown): boolean {
  return thrown instanceof PrismaClientKnownRequestError && outageCodes.has(thrown.code);
}
