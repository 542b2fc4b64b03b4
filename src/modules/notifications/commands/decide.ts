import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { envelopeSchema } from "@/platform/outbox";
import { tellAgents } from "../steps/tell-agents";

/** Decides who is told of an event, and how; the same event twice tells them once. */
export const decideNotifications = command(
  "notifications.decide",
  z.object({ commandId: commandIdSchema, event: envelopeSchema }),
  async (tx, { now }, { event }) => {
    if (!(await once(tx, "notifications", event.id))) return { mails: 0, told: 0 };
    const { told, mails } = await tellAgents(tx, event, now);
    return { mails, told };
  },
);
