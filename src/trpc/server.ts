import { createServerSideHelpers } from "@trpc/react-query/server";
import { headers } from "next/headers";
import { cache } from "react";
import { readSession } from "@/platform/auth";
import type { Actor } from "@/platform/auth/actor";
import { env } from "@/platform/env";
import { openContext } from "./context";
import { callerAddress } from "./guards";
import { makeQueryClient } from "./query-client";
import { appRouter } from "./root";

/** The context of a page: the same as an API call's, made from the page's own request. */
const pageContext = cache(async () => {
  const given = await headers();
  const header = (name: string) => given.get(name) ?? undefined;
  const address = callerAddress(header("x-forwarded-for"), undefined, env().PROXY_HOPS);
  return openContext({ method: "GET", operation: "page", header, address }, readSession);
});

/** Who asks for this page; null when nobody is signed in. */
export async function readActorOfPage(): Promise<Actor | null> {
  const context = await pageContext();
  try {
    return await context.readActor();
  } finally {
    context.close();
  }
}

/** Fetches on the server what the first paint shows; dehydrate its `queryClient` for the browser. */
export async function prefetchHelpers() {
  const ctx = await pageContext();
  ctx.close();
  return createServerSideHelpers({ router: appRouter, ctx, queryClient: makeQueryClient() });
}
