import { expect } from "@playwright/test";
import { inDatabase } from "./topology";

/** A state is waited for, never a time. */
const timeout = 60_000;

/**
 * Time is moved: what was sent on a ticket and can still be taken back goes now, and has gone when
 * this answers. That it goes by itself when its seconds are over is proved by the one ticket.
 *
 * @param ticket its number or its subject.
 */
export async function letGo(ticket: number | string): Promise<void> {
  const held = `state = 'held' and ticket_id in
    (select id from tickets where number::text = $1 or subject = $1)`;
  const about = [String(ticket)];
  const moved = () =>
    inDatabase(
      `update ticket_messages set release_at = now() - interval '1 minute' where ${held} returning id`,
      about,
    );
  await expect.poll(moved, { message: "something waits to be sent", timeout }).not.toEqual([]);
  await expect
    .poll(() => inDatabase(`select id from ticket_messages where ${held}`, about), {
      message: "it is sent",
      timeout,
    })
    .toEqual([]);
}
