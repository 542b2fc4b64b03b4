import * as z from "zod";
import { prisma } from "@/platform/database/prisma";
import { limits } from "@/platform/limits";
import { type PersonView, roleSchema } from "../schema";

export const peopleInput = z.object({
  words: z.string().trim().max(limits.nameCharsMax).default(""),
  role: roleSchema.optional(),
  suspended: z.boolean().optional(),
  /** The last person of the page before. */
  after: z.uuid().optional(),
});

export type PeoplePage = { people: PersonView[]; next: string | null };

/** Everybody who has an account, the newest first: for administration. */
export async function people(given: z.output<typeof peopleInput>): Promise<PeoplePage> {
  const contains = { contains: given.words, mode: "insensitive" } as const;
  const rows = await prisma().user.findMany({
    where: {
      ...(given.words === "" ? {} : { OR: [{ name: contains }, { email: contains }] }),
      ...(given.role === undefined ? {} : { role: given.role }),
      ...(given.suspended === undefined
        ? {}
        : { suspendedAt: given.suspended ? { not: null } : null }),
    },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      emailVerified: true,
      suspendedAt: true,
      createdAt: true,
      organization: { select: { id: true, name: true } },
    },
    relationLoadStrategy: "join",
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limits.personPageRows,
    ...(given.after === undefined ? {} : { cursor: { id: given.after }, skip: 1 }),
  });
  const people = rows.map((row) => ({
    ...row,
    role: roleSchema.parse(row.role),
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
  const next = people.length === limits.personPageRows ? (people.at(-1)?.id ?? null) : null;
  return { people, next };
}
