import * as z from "zod";
import { router } from "@/trpc/init";
import { adminProcedure, run } from "@/trpc/procedures";
import { replayDelivery, testEndpoint } from "./commands/deliveries";
import {
  createEndpoint,
  removeEndpoint,
  rotateSecret,
  switchEndpoint,
  updateEndpoint,
} from "./commands/endpoints";
import { deliveries, deliveriesInput, delivery } from "./queries/deliveries";
import { endpoints, secretOf } from "./queries/endpoints";

export const webhooksRouter = router({
  list: adminProcedure.query(() => endpoints()),
  /** The only answers that hold the secret are those to who made it. */
  create: adminProcedure.input(createEndpoint.schema).mutation(async ({ ctx, input }) => {
    const { id } = await createEndpoint.execute(ctx.actor, input);
    return { id, secret: await secretOf(id) };
  }),
  rotate: adminProcedure.input(rotateSecret.schema).mutation(async ({ ctx, input }) => {
    const { id } = await rotateSecret.execute(ctx.actor, input);
    return { id, secret: await secretOf(id) };
  }),
  update: adminProcedure.input(updateEndpoint.schema).mutation(run(updateEndpoint)),
  switch: adminProcedure.input(switchEndpoint.schema).mutation(run(switchEndpoint)),
  remove: adminProcedure.input(removeEndpoint.schema).mutation(run(removeEndpoint)),
  test: adminProcedure.input(testEndpoint.schema).mutation(run(testEndpoint)),
  deliveries: adminProcedure.input(deliveriesInput).query(({ input }) => deliveries(input)),
  delivery: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .query(({ input }) => delivery(input.id)),
  replay: adminProcedure.input(replayDelivery.schema).mutation(run(replayDelivery)),
});
