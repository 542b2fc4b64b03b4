import { QueryClient } from "@tanstack/react-query";
import { limits } from "@/platform/limits";

const secondMs = 1_000;

type Refusal = { data?: { client?: unknown } | null };

/** What the error table says: only "retry" and a lost answer are worth asking again. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= limits.callRetriesMax) return false;
  const refusal: Refusal = typeof error === "object" && error !== null ? error : {};
  const reaction = refusal.data?.client;
  return reaction === undefined || reaction === "retry";
}

const waitMs = (failures: number) => Math.min(secondMs * 2 ** failures, 10 * secondMs);

/**
 * Live events keep what was fetched right, so it does not grow stale by itself. A page on the
 * server answers at once, with a refusal too: there `retry` is false.
 */
export function makeQueryClient(options: { retry?: boolean } = {}): QueryClient {
  const retry = options.retry === false ? false : worthRetrying;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60 * secondMs,
        gcTime: 10 * 60 * secondMs,
        refetchOnWindowFocus: false,
        retry,
        retryDelay: waitMs,
      },
      mutations: { retry, retryDelay: waitMs },
    },
  });
  // An open ticket follows its room from its `asOf` on; a fetch of its newest messages alone would
  // cut the older ones that somebody reads.
  client.setQueryDefaults([["tickets", "get"]], { staleTime: Number.POSITIVE_INFINITY });
  return client;
}
