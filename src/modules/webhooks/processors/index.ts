import { systemActor } from "@/platform/auth/actor";
import { done, type Processor, processes } from "@/platform/queues";
import { withdraw } from "../commands/withdraw";
import { deliverWebhook, withdrawDeliveries } from "../jobs";
import { attempt } from "./attempt";

/** What the worker does for webhooks. */
export const webhookProcessors: readonly Processor[] = [
  processes(deliverWebhook, ({ deliveryId, attempt: number }) => attempt(deliveryId, number)),
  processes(withdrawDeliveries, async ({ eventId, ticketIds }) => {
    await withdraw.execute(systemActor, { commandId: eventId, eventId, ticketIds });
    return done();
  }),
];
