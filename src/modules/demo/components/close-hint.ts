"use server";

import { cookies } from "next/headers";
import * as z from "zod";
import { demoHintCookie, withHintClosed } from "./hints";

const whoSchema = z.enum(["agent", "customer", "admin"]);

const keptSeconds = 365 * 24 * 3_600;

/** Remembers that somebody has read their hint: the server renders by it, so that nothing flashes. */
export async function closeHint(input: unknown): Promise<void> {
  const who = whoSchema.parse(input);
  const store = await cookies();
  const closed = withHintClosed(store.get(demoHintCookie)?.value, who);
  store.set(demoHintCookie, closed, { maxAge: keptSeconds, sameSite: "lax", path: "/" });
}
