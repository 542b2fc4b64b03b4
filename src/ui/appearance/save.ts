"use server";

import { cookies } from "next/headers";
import { appearanceCookie, appearanceSchema, writeAppearance } from "./appearance";

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the choice in a cookie, so that the server renders the next page in it: no flash, no script. */
export async function saveAppearance(input: unknown): Promise<void> {
  const appearance = appearanceSchema.parse(input);
  const jar = await cookies();
  jar.set(appearanceCookie, writeAppearance(appearance), {
    maxAge: yearSeconds,
    path: "/",
    sameSite: "lax",
    httpOnly: true,
  });
}
