import { headers } from "next/headers";
import { cache } from "react";
import { readSession } from "@/platform/auth";
import type { Actor } from "@/platform/auth/actor";
import { env } from "@/platform/env";
import { openContext } from "./context";
import { callerAddress } from "./guards";
import { createCallerFactory } from "./init";
import { appRouter } from "./root";

const callerFor = createCallerFactory(appRouter);

/** The context of a page: the same as an API call's, made from the page's own request. */
export const pageContext = cache(async () => {
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

/**
 * The API as the person of this page calls it, for pages that hand its answers to their components
 * themselves: importing the cache of browsers would bring 11 kB of it to every page.
 */
export async function callerOfPage() {
  const context = await pageContext();
  context.close();
  return callerFor(context);
}
