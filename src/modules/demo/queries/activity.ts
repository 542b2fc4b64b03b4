import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { keyOf, valkey } from "@/platform/valkey";

/** @throws AppError `not_found`: outside of demo mode none of this exists. */
export function onlyInDemo(): void {
  if (!env().DEMO_MODE) throw new AppError("not_found");
}

/** The run that acts at this moment; a newer one or a click has ended all others. */
export const runningActivity = (): Promise<string | null> =>
  valkey("realtime").get(keyOf("demoActivity"));
