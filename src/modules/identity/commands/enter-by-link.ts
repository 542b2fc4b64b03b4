import { type Cookie, endSession, sessionCookie } from "@/platform/auth";
import { actorById } from "../queries/actor-by-id";
import { credentialsOf, sameCredentials } from "../queries/credentials";
import { asRefusal } from "../steps/auth-refusal";
import { auth } from "./auth";

/**
 * Lets a customer in whose address a link has just proved. Who works here comes in by a password
 * alone: a mailbox is not enough to read everybody's tickets.
 * @returns null for those who have to sign in by themselves.
 */
export async function enterByLink(userId: string, userAgent: string): Promise<Cookie | null> {
  const person = await actorById(userId);
  if (person === null || person.role !== "customer") return null;
  const before = await credentialsOf(person.email);
  const token = await newSession(userId, userAgent);
  // A suspension that came in between has ended the sessions that it saw, and not this one.
  if (!sameCredentials(before, await credentialsOf(person.email))) {
    await endSession(token);
    return null;
  }
  return sessionCookie(token);
}

async function newSession(userId: string, userAgent: string): Promise<string> {
  try {
    const { internalAdapter } = await (await auth()).$context;
    const session = await internalAdapter.createSession(userId, false, { userAgent });
    return session.token;
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
