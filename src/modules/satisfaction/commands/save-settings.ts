import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { saveSettingsSchema } from "../schema";

/** Whether people are asked, and when. Switched on again, it asks about what is solved from then on. */
export const saveSatisfactionSettings = command(
  "satisfaction.saveSettings",
  saveSettingsSchema,
  async (tx, { actor, now }, { asks, delayMinutes }) => {
    if (actor.role !== "admin") throw new AppError("forbidden");
    await tx.rows(sql`
      update satisfaction_settings set asks = ${asks}, delay_minutes = ${delayMinutes},
        since = case when ${asks} and not asks then ${now} else since end`);
    return { asks, delayMinutes };
  },
);
