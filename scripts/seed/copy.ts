import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyStatement, type Target } from "./rows";

export type Lines = Iterable<string> | AsyncIterable<string>;

/** Streams lines in the text format of COPY into a table. */
export async function copyInto(client: pg.Client, target: Target, lines: Lines): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(copyStatement(target))));
}
