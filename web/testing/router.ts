import * as z from "zod";
import { AppError } from "@/platform/errors";
import { requestContext } from "@/platform/process";
import { router } from "@/trpc/init";
import {
  adminProcedure,
  agentProcedure,
  customerProcedure,
  publicProcedure,
} from "@/trpc/procedures";

const anything = z.unknown();
const strict = z.strictObject({ subject: z.string().min(1).max(20), count: z.int().optional() });

/** What a procedure can do to an answer, one of each. */
export const contractRouter = router({
  echo: publicProcedure.input(anything).query(({ input }) => ({ echoed: input ?? null })),
  strict: publicProcedure.input(strict).query(({ input }) => input),
  nothing: publicProcedure.query(() => undefined),
  empty: publicProcedure.query(() => null),
  text: publicProcedure.query(() => "Grüße & <b>\u2028 \u{1F600}"),
  boom: publicProcedure.query(() => {
    throw new TypeError("a secret of the inside");
  }),
  changed: publicProcedure.query(() => {
    throw new AppError("ticket_changed", { detail: { ticketId: "t1", version: 7 } });
  }),
  gone: publicProcedure.query(() => {
    throw new AppError("link_expired");
  }),
  promised: publicProcedure.query(() => ({ later: Promise.resolve(1) })),
  cookies: publicProcedure.query(({ ctx }) => {
    ctx.setCookies.push("a=1; Path=/", "b=2; Path=/; HttpOnly");
    ctx.responseHeaders.set("x-more", "yes");
    return requestContext()?.requestId === ctx.requestId;
  }),
  whoami: customerProcedure.query(({ ctx }) => ctx.actor.role),
  agents: agentProcedure.query(() => "for agents"),
  admins: adminProcedure.query(() => "for admins"),
  change: publicProcedure.input(strict).mutation(({ input }) => ({ changed: input.subject })),
  touch: publicProcedure.mutation(() => ({ touched: true })),
  ticks: publicProcedure.subscription(async function* () {
    yield 1;
    yield 2;
  }),
  upload: publicProcedure
    .meta({ body: "form" })
    .input(z.instanceof(FormData))
    .mutation(({ input }) => [...input.keys()]),
  deep: router({ er: router({ still: publicProcedure.query(() => "found") }) }),
});
