"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { limits } from "@/platform/limits";
import { trpc } from "./client";
import { makeQueryClient } from "./query-client";
import { seenPosition } from "./seen-position";
import { noteVersion } from "./version";

/** Gives pages the API and the cache of what they have seen. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => makeQueryClient());
  const [client] = useState(() =>
    trpc.createClient({
      links: [
        httpBatchLink({
          url: "/api/trpc",
          maxItems: limits.callsAtOnceMax,
          fetch: async (url, options) => {
            const answer = await fetch(url, options);
            noteVersion(answer.headers.get("x-version"));
            return answer;
          },
          headers: () => ({ "x-at-least": String(seenPosition()) }),
        }),
      ],
    }),
  );
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
