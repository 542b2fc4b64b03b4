import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { envelopeSchema } from "@/platform/outbox";
import { noticeSchema } from "../jobs";
import { happeningOf, happeningOfNotice } from "../steps/happening";
import { tellAgents } from "../steps/tell-agents";

/** Decides who is told of an event, and how; the same event twice tells them once. */
export const decideNotifications = command(
  "notifications.decide",
  z.object({ commandId: commandIdSchema, event: envelopeSchema }),
  async (tx, { now }, { event }) => {
    if (!(await once(tx, "notifications", event.id))) return { mails: 0, told: 0 };
    const happening = await happeningOf(tx, event);
    const { told, mails } = await tellAgents(tx, happening, event, now);
    return { mails, told };
  },
);

/** The same for what another module noticed. */
export const decideNotice = command(
  "notifications.notice",
  z.object({ commandId: commandIdSchema, event: envelopeSchema, notice: noticeSchema }),
  async (tx, { now }, { event, notice }) => {
    if (!(await once(tx, "notifications", event.id))) return { mails: 0, told: 0 };
    return tellAgents(tx, await happeningOfNotice(tx, notice), event, now);
  },
);
