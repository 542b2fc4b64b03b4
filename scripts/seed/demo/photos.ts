import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type pg from "pg";
import { displayPhoto, greenhousePhoto, hingePhoto } from "../photos/pictures";
import type { Random } from "../random";

type Photo = { subject: string; name: string; paint: (random: Random) => Buffer };

/** What customers sent with their questions. */
export const photos: readonly Photo[] = [
  {
    subject: "Display units in Leipzig all show 38 °C",
    name: "unit-3-display.png",
    paint: () => displayPhoto("38", true),
  },
  {
    subject: "Display units in Leipzig all show 38 °C",
    name: "garden-hall.png",
    paint: greenhousePhoto,
  },
  {
    subject: "Hinges for three returned Fjell 90",
    name: "hinge-upper-left.png",
    paint: hingePhoto,
  },
  {
    subject: "Heating mats stone cold, forty trays of seedlings at 2 °C",
    name: "thermometer.png",
    paint: () => displayPhoto("02", false),
  },
];

/** Puts the pictures into the folder for files, and the words about them into the database. */
export async function insertPhotos(
  client: pg.Client,
  random: Random,
  filesDir: string,
): Promise<void> {
  for (const { subject, name, paint } of photos) {
    const id = random.id(0);
    const key = `kept/${id}`;
    const picture = paint(random);
    const attached = await client.query(
      `insert into attachments (id, owner_id, ticket_id, message_id, name, claimed_type, type, bytes,
         state, storage_key, created_at, checked_at)
       select $1, author_id, ticket_id, ticket_messages.id, $2, 'image/png', 'image/png', $3,
         'checked', $4, ticket_messages.created_at, ticket_messages.created_at
       from ticket_messages join tickets on tickets.id = ticket_id
       where tickets.subject = $5
       order by ticket_messages.created_at limit 1`,
      [id, name, picture.byteLength, key, subject],
    );
    if (attached.rowCount === 0) continue;
    const file = join(filesDir, key);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture, { mode: 0o600 });
  }
}
