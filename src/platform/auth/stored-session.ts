import * as z from "zod";
import { type Actor, roles } from "./actor";

/** What of a person a session holds; rights come from here on every request. */
export const sessionPersonSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  organizationId: z.uuid().nullish(),
  suspendedAt: z.string().nullish(),
});
export type SessionPerson = z.output<typeof sessionPersonSchema>;

const storedSchema = z.object({
  user: sessionPersonSchema,
  session: z
    .object({ createdAt: z.iso.datetime().optional(), userAgent: z.string().nullish() })
    .optional(),
});

export type StoredSession = {
  person: SessionPerson;
  /** 0 when nobody wrote it down: older than any mark. */
  begunAtMs: number;
  /** What the browser called itself then; empty when it said nothing. */
  userAgent: string;
};

/** A stored session; null for what no version of ours wrote. */
export function readStored(stored: string): StoredSession | null {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(stored));
    if (!parsed.success) return null;
    const { user, session } = parsed.data;
    const begun = session?.createdAt;
    return {
      person: user,
      begunAtMs: begun === undefined ? 0 : Date.parse(begun),
      userAgent: session?.userAgent ?? "",
    };
  } catch {
    return null;
  }
}

export const personOf = (stored: string): SessionPerson | null =>
  readStored(stored)?.person ?? null;

const wholeSchema = z.object({ user: z.record(z.string(), z.unknown()) }).loose();

/** A stored session with what has changed of its person; null when it cannot be read. */
export function withPerson(stored: string, person: SessionPerson): string | null {
  const whole = wholeSchema.safeParse(JSON.parse(stored));
  if (!whole.success) return null;
  return JSON.stringify({ ...whole.data, user: { ...whole.data.user, ...person } });
}

/** A person as who asks. People of the house belong to no organization, whatever they did before. */
export function actorOf(person: SessionPerson, sessionToken?: string): Actor {
  const { id, name, email, role, organizationId } = person;
  return {
    id,
    role,
    audience: role,
    organizationId: role === "customer" ? (organizationId ?? null) : null,
    name,
    email,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}
