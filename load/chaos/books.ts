import pg from "pg";
import * as z from "zod";
import type { Ledger } from "../run/ledger";

/** What the database says of the visitors' changes; asked past every line that is cut. */
export type Books = {
  /** Commands whose new ticket is there, with the position of its event; null before it has one. */
  created: ReadonlyMap<string, number | null>;
  /** Changes that were accepted and are not there, by their commands. */
  lost: string[];
  /** Changes that are there twice, and mails that say the same to the same person twice. */
  doubled: string[];
  /** Events that nobody published yet. */
  unpublished: number;
};

const eventRow = z.object({
  command_id: z.string(),
  name: z.string(),
  times: z.coerce.number(),
  position: z.nullable(z.coerce.number()),
});
const mailRow = z.object({ recipient: z.string(), times: z.coerce.number() });
const countRow = z.object({ count: z.coerce.number() });

const mainEvent: Readonly<Record<string, string>> = {
  "tickets.create": "ticket.created",
  "tickets.reply": "message.added",
};

export async function readBooks(url: string, ledger: Ledger, since: Date): Promise<Books> {
  // What was accepted before we look must be there; what comes meanwhile may be.
  const accepted = [...ledger.accepted].map(([id, { operation }]) => ({ id, operation }));
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const events = await client.query(
      `select command_id, name, count(*) as times, max(position) as position from outbox
       where created_at >= $1 and command_id is not null
         and name in ('ticket.created', 'message.added')
         -- A probe's ticket is told to the probe alone.
         and not exists (select from tickets where tickets.id = outbox.ticket_id and synthetic)
       group by 1, 2`,
      [since],
    );
    const rows = z.array(eventRow).parse(events.rows);
    const known = new Set(rows.map(({ command_id, name }) => `${name} ${command_id}`));
    const mails = await client.query(
      `select recipient, count(*) as times from outgoing_mails
       where created_at >= $1 and ticket_id is not null
       group by recipient, subject, body_text having count(*) > 1`,
      [since],
    );
    const left = await client.query(
      "select count(*) from outbox where published_at is null and parked_at is null",
    );
    return {
      created: new Map(
        rows
          .filter(({ name }) => name === "ticket.created")
          .map(({ command_id, position }) => [command_id, position]),
      ),
      lost: accepted
        .filter(({ id, operation }) => !known.has(`${mainEvent[operation] ?? ""} ${id}`))
        .map(({ id }) => id),
      doubled: [
        ...rows.filter(({ times }) => times > 1).map(({ command_id }) => `change ${command_id}`),
        ...z
          .array(mailRow)
          .parse(mails.rows)
          .map(({ recipient, times }) => `${times} mails to ${recipient}`),
      ],
      unpublished: countRow.parse(left.rows[0]).count,
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}
