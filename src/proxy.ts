import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { sessionTokenOf } from "@/platform/auth/cookie";
import { env } from "@/platform/env";
import { awayHeaders, awayPage } from "@/platform/http/away-page";
import { contentSecurityPolicy, pageHeaders } from "@/platform/http/page-security";
import { valkey } from "@/platform/valkey";

/** Whether nobody could be told who they are: only asked for those who say that they are somebody. */
async function isSessionStoreAway(cookieHeader: string | null): Promise<boolean> {
  if (cookieHeader === null || sessionTokenOf(cookieHeader) === null) return false;
  return valkey("session")
    .ping()
    .then(
      () => false,
      () => true,
    );
}

/**
 * Gives each page its nonce: Next puts it on the scripts that it writes, the root layout reads it
 * as `x-nonce` for its own. A page cannot choose its status once it is rendered, so that the store
 * of sessions is away is said here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, env());
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const away = await isSessionStoreAway(request.headers.get("cookie"));
  const response = away
    ? new NextResponse(awayPage(nonce, "session_store_unavailable"), { status: 503 })
    : NextResponse.next({ request: { headers } });
  for (const [name, value] of away ? awayHeaders : []) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of pageHeaders) response.headers.set(name, value);
  return response;
}

/**
 * Pages only: each match costs a third of a millisecond, and an asset or an answer of the API has
 * no scripts. What Next fetches ahead is no document either.
 */
export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/|files/|health/|metrics|.*\\.[a-z0-9]+$).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
