import { readError } from "@/modules/tickets/components/error-words";
import { type Passage, withNewer } from "./join";

type Ask = (where: { around: string } | { after: string }) => Promise<Passage>;

/** A passage as it stands by now; null when all of it has left the ticket. */
export async function reloadPassage(passage: Passage, ask: Ask): Promise<Passage | null> {
  const last = passage.messages.at(-1);
  // The one it began with may have been split off since.
  for (const message of [passage.messages[0], last]) {
    if (message === undefined || last === undefined) continue;
    try {
      let fresh = await ask({ around: message.id });
      for (
        let end = fresh.messages.at(-1);
        fresh.newer !== null && end !== undefined && end.createdAt < last.createdAt;
        end = fresh.messages.at(-1)
      )
        fresh = withNewer(fresh, await ask({ after: fresh.newer }));
      return fresh;
    } catch (error) {
      if (readError(error).code !== "message_not_found") throw error;
    }
  }
  return null;
}
