import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/platform/env";
import { contentSecurityPolicy, pageHeaders } from "@/platform/http/page-security";

/**
 * Gives each page its nonce: Next puts it on the scripts that it writes, the root layout reads it
 * as `x-nonce` for its own.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, env());
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
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
