import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { newId } from "@/platform/ids";
import { ownPeople } from "../run/people";
import { type Fault, heldWords, holdMs } from "./fault";
import type { SmallDisk } from "./small-disk";

const fileBytes = 2_000_000;
const grantSchema = z.object({
  result: z.object({ data: z.object({ upload: z.object({ url: z.string() }) }) }),
});

/** Somebody brings a file: what the server says to it. */
async function uploads(url: string, cookie: string): Promise<number> {
  const asked = await fetch(`${url}/api/trpc/files.requestUpload`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ commandId: newId(), name: "door.bin", bytes: fileBytes }),
  });
  const { upload } = grantSchema.parse(await asked.json()).result.data;
  const answer = await fetch(new URL(upload.url, url), {
    method: "PUT",
    body: Buffer.alloc(fileBytes, 1),
  });
  await answer.arrayBuffer();
  return answer.status;
}

function expects(what: string, status: number, wanted: number): void {
  if (status !== wanted)
    throw new Error(`A file brought ${what} was answered with ${status}, not ${wanted}.`);
}

/** Files are refused with what to do, everything else goes on, and with room they are taken again. */
export const uploadsWithoutRoom = (url: string, disk: SmallDisk): Fault => ({
  name: `the disk for files full ${heldWords}`,
  short: true,
  happen: async () => {
    const [cookie = ""] = (await ownPeople()).customer;
    expects("before", await uploads(url, cookie), 204);
    disk.fill();
    expects("to a full disk", await uploads(url, cookie), 503);
    await sleep(holdMs);
    disk.makeRoom();
    expects("afterwards", await uploads(url, cookie), 204);
  },
});
