import { expect } from "@playwright/test";
import { inDatabase } from "./topology";

/** A state is waited for, never a time. */
const timeout = 60_000;

/**
 * Time is moved: what was sent with these words and can still be taken back goes now, and has gone
 * when this answers. That it goes by itself when its seconds are over is proved by the one ticket.
 *
 * @param ticket its number or its subject.
 */
export async function letGo(ticket: number | string, words: string): Promise<void> {
  const said = `body_text like $2 and ticket_id in
    (select id from tickets where number::text = $1 or subject = $1)`;
  const about = [String(ticket), `%${words}%`];
  const gone = async () => {
    await inDatabase(
      `update ticket_messages set release_at = now() - interval '1 minute'
       where state = 'held' and release_at > now() and ${said}`,
      about,
    );
    return inDatabase(`select state from ticket_messages where ${said}`, about);
  };
  await expect.poll(gone, { timeout }).toEqual([{ state: "released" }]);
}
