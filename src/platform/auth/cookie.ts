import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { authSecrets } from "./secrets";

export const cookiePrefix = "insightdesk";

/** Whether people come by https; their cookies then never travel without it. */
export function cookiesAreSecure(): boolean {
  return new URL(env().PUBLIC_WEB_URL).protocol === "https:";
}

/** better-auth's name for the cookie that holds a session's token. */
export function sessionCookieName(): string {
  return `${cookiesAreSecure() ? "__Secure-" : ""}${cookiePrefix}.session_token`;
}

/** A session's token as better-auth makes it; anything else never becomes a key of the store. */
export const isSessionToken = (text: string) => /^[A-Za-z0-9]{32}$/.test(text);

const sign = (token: string, secret: string) => createHmac("sha256", secret).update(token).digest();

function verified(value: string): string | null {
  const dot = value.lastIndexOf(".");
  const token = value.slice(0, Math.max(0, dot));
  if (!isSessionToken(token)) return null;
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const matches = authSecrets().map((secret) => {
    const expected = sign(token, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return matches.includes(true) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The token of the session that a request's cookies name; null when absent or not signed by us. */
export function sessionTokenOf(cookieHeader: string): string | null {
  const start = `${sessionCookieName()}=`;
  for (const part of cookieHeader.split(";")) {
    const pair = part.trimStart();
    if (!pair.startsWith(start)) continue;
    const token = verified(decoded(pair.slice(start.length).trimEnd()));
    if (token !== null) return token;
  }
  return null;
}

/** A cookie before it is written; Next takes it as it is. */
export type Cookie = {
  name: string;
  value: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: "lax";
  maxAge: number;
};

const cookie = (value: string, maxAge: number): Cookie => ({
  name: sessionCookieName(),
  value,
  path: "/",
  httpOnly: true,
  secure: cookiesAreSecure(),
  sameSite: "lax",
  maxAge,
});

export function sessionCookie(token: string): Cookie {
  const signature = sign(token, authSecrets()[0]).toString("base64");
  return cookie(`${token}.${signature}`, limits.sessionCookieMs / 1000);
}

export const noSessionCookie = (): Cookie => cookie("", 0);

/** The whole `Set-Cookie` value. */
export function serializeCookie({ name, value, path, secure, maxAge }: Cookie): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, `Max-Age=${maxAge}`, `Path=${path}`];
  return [...parts, "HttpOnly", "SameSite=Lax", ...(secure ? ["Secure"] : [])].join("; ");
}
