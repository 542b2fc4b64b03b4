import { createServerSideHelpers } from "@trpc/react-query/server";
import { pageContext } from "./page";
import { makeQueryClient } from "./query-client";
import { appRouter } from "./root";

export { readActorOfPage } from "./page";

/** Fetches on the server what the first paint shows; dehydrate its `queryClient` for the browser. */
export async function prefetchHelpers() {
  const ctx = await pageContext();
  ctx.close();
  return createServerSideHelpers({
    router: appRouter,
    ctx,
    queryClient: makeQueryClient({ retry: false }),
  });
}
