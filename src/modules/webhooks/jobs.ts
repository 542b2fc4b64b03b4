import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** One attempt at one delivery; the next one is another job, at its own time. */
export const deliverWebhook = defineJob({
  name: "webhooks.deliver",
  queue: "webhooks",
  payload: z.object({ deliveryId: z.uuid(), attempt: z.int().positive() }),
  id: ({ deliveryId, attempt }) => `webhook-${deliveryId}-${attempt}`,
});

/** Takes out of the log what was sent, or would be, of tickets that lost words for good. */
export const withdrawDeliveries = defineJob({
  name: "webhooks.withdraw",
  queue: "webhooks",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `webhooks-withdraw-${eventId}`,
});
