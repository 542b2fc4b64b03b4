import * as z from "zod";
import { countSessionsOf } from "@/platform/auth/sessions";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { prisma } from "@/platform/database/prisma";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type PersonView, roleSchema } from "../schema";
import { formerAddresses } from "./own-address";

export const peopleInput = z.object({
  words: z.string().trim().max(limits.nameCharsMax).default(""),
  role: roleSchema.optional(),
  /** Those who work here alone. */
  staff: z.boolean().default(false),
  suspended: z.boolean().optional(),
  /** The last person of the page before. */
  after: z.uuid().optional(),
});

export type PeoplePage = { people: PersonView[]; next: string | null };

const shown = {
  id: true,
  name: true,
  email: true,
  role: true,
  emailVerified: true,
  awayUntil: true,
  suspendedAt: true,
  createdAt: true,
  organization: { select: { id: true, name: true } },
  teams: { select: { team: { select: { id: true, name: true } } } },
} as const;

type Stored = {
  id: string;
  name: string;
  email: string;
  role: string;
  emailVerified: boolean;
  awayUntil: Date | null;
  suspendedAt: Date | null;
  createdAt: Date;
  organization: { id: string; name: string } | null;
  teams: { team: { id: string; name: string } }[];
};

function toView({ teams, awayUntil, ...row }: Stored): PersonView {
  const away = awayUntil !== null && awayUntil > now() ? awayUntil.toISOString() : null;
  return {
    ...row,
    role: roleSchema.parse(row.role),
    teams: teams.map(({ team }) => team),
    awayUntil: away,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Everybody who has an account, the newest first: for administration. */
export async function people(given: z.output<typeof peopleInput>): Promise<PeoplePage> {
  const contains = { contains: given.words, mode: "insensitive" } as const;
  const rows = await prisma().user.findMany({
    where: {
      ...(given.words === "" ? {} : { OR: [{ name: contains }, { email: contains }] }),
      ...(given.staff ? { role: { not: "customer" } } : {}),
      ...(given.role === undefined ? {} : { role: given.role }),
      ...(given.suspended === undefined
        ? {}
        : { suspendedAt: given.suspended ? { not: null } : null }),
    },
    select: shown,
    relationLoadStrategy: "join",
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limits.personPageRows,
    ...(given.after === undefined ? {} : { cursor: { id: given.after }, skip: 1 }),
  });
  const people = rows.map(toView);
  const next = people.length === limits.personPageRows ? (people.at(-1)?.id ?? null) : null;
  return { people, next };
}

export const personInput = z.object({ userId: z.uuid() });

/**
 * One person with what an admin decides about: a suspension ends that many sessions.
 * @throws AppError `person_not_found`
 */
export async function person({ userId }: z.output<typeof personInput>) {
  const row = await prisma().user.findUnique({
    where: { id: userId },
    select: shown,
    relationLoadStrategy: "join",
  });
  if (row === null) throw new AppError("person_not_found");
  const [sessions, addressesBefore] = await Promise.all([
    countSessionsOf(userId),
    formerAddresses(userId),
  ]);
  return { ...toView(row), sessions, addressesBefore };
}

/** How many work here, and how many are on their way. */
export async function staffCounts() {
  const [row] = await db.write.rows<{
    admins: number;
    agents: number;
    suspended: number;
    invited: number;
  }>(sql`
    select count(*) filter (where role = 'admin' and suspended_at is null)::int as admins,
      count(*) filter (where role = 'agent' and suspended_at is null)::int as agents,
      count(*) filter (where suspended_at is not null)::int as suspended,
      (select count(*) from invitations
        where accepted_at is null and revoked_at is null and expires_at > ${now()})::int as invited
    from users where role <> 'customer' and not synthetic`);
  return row ?? { admins: 0, agents: 0, suspended: 0, invited: 0 };
}
