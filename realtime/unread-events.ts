import { limits } from "@/platform/limits";
import { knowledgeOf, type PlacedEnvelope } from "@/platform/outbox";

/**
 * What a newer version wrote may concern any room, and this server cannot say which: everybody
 * fetches anew, once for all such events of a few seconds. They come only while an installation is
 * upgraded.
 */
export function unreadEvents(fetchAnew: () => void) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    note: (event: PlacedEnvelope) => {
      if (waiting !== undefined || knowledgeOf(event) !== "newer") return;
      waiting = setTimeout(() => {
        waiting = undefined;
        fetchAnew();
      }, limits.unreadRefetchMs);
    },
    close: () => clearTimeout(waiting),
  };
}
