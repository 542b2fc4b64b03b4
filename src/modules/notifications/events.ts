import * as z from "zod";
import { defineEvent } from "@/platform/outbox";
import { notificationViewSchema } from "./schema";

/** A row of somebody's inbox is not what it was; only they are told, on every device. */
export const notificationChanged = defineEvent({
  name: "notification.changed",
  version: 1,
  payload: z.object({
    userId: z.uuid(),
    row: notificationViewSchema,
    /** Whether it is in the inbox: not done, and not snoozed. */
    listed: z.boolean(),
    /** Ring, if the person is at another window. */
    alert: z.boolean(),
  }),
});

/** Somebody's preferences changed, on one of their devices. */
export const notificationSettingsChanged = defineEvent({
  name: "notification.settings_changed",
  version: 1,
  payload: z.object({ userId: z.uuid() }),
});

/** There is a notice for somebody, or it was read; only they are told. */
export const notificationNoticed = defineEvent({
  name: "notification.noticed",
  version: 1,
  payload: z.object({ userId: z.uuid() }),
});
