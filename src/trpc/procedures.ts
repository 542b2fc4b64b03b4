import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import type { Command, Json } from "@/platform/command";
import { AppError, errorRules, isAppError } from "@/platform/errors";
import { noteCall } from "@/platform/measuring";
import { requestContext, withRequestContext } from "@/platform/process";
import {
  noCost,
  type Outcome,
  recordOperation,
  recordStatements,
  withCallCost,
} from "@/platform/telemetry";
import { partSpan } from "@/platform/tracing";
import { admitCaller, spend } from "./admission";
import type { TrpcContext } from "./context";
import { refusalOf } from "./errors";
import { type ProcedureMeta, t } from "./init";

type Audience = Actor["audience"];

/** Each door opens for its own audience and for the wider ones. */
const admits: Record<Audience, ReadonlySet<Audience>> = {
  customer: new Set(["customer", "agent", "admin"]),
  agent: new Set(["agent", "admin"]),
  admin: new Set(["admin"]),
};

async function admit(ctx: TrpcContext, audience: Audience, meta: ProcedureMeta | undefined) {
  const actor = await admitCaller(ctx, meta?.cost ?? 1);
  if (!admits[audience].has(actor.audience)) throw new AppError("forbidden");
  return actor;
}

/** Every call is measured and ends by its request's deadline, whatever it waits for. */
const measured = t.procedure.use(async ({ ctx, path, next }) => {
  const startedAtMs = monotonicMs();
  const cost = noCost();
  let outcome: Outcome = "failed";
  let answer: unknown;
  try {
    // What a page calls has no server around it that would have said whose request this is.
    const work = withCallCost(cost, () =>
      partSpan(
        () => ({ name: path, kind: "internal" }),
        () => (requestContext() === undefined ? withRequestContext(ctx, () => next()) : next()),
      ),
    );
    const result = await Promise.race([work, ctx.expired]);
    if (result.ok) {
      outcome = "ok";
      answer = result.data;
    } else if (errorRules[refusalOf(result.error).code].http < 500) outcome = "refused";
    return result;
  } finally {
    const gone = ctx.signal.aborted && !isAppError(ctx.signal.reason);
    const ms = monotonicMs() - startedAtMs;
    cost.ended = true;
    recordOperation(path, ms, gone ? "aborted" : outcome);
    recordStatements(path, cost.statements, cost.statementsMs);
    noteCall(path, ms, cost, answer);
  }
});

/** Marks a procedure with the door that it stands behind, so that a list of the API cannot differ. */
const behind = (
  audience: Audience | "public",
): ProcedureMeta & { audience: Audience | "public" } => ({ audience });

/** For anybody. The session stays unread unless the procedure asks for it. */
export const publicProcedure = measured.meta(behind("public")).use(async ({ ctx, meta, next }) => {
  await spend(ctx, null, meta?.cost ?? 1);
  return next();
});

const procedureFor = (audience: Audience) =>
  measured
    .meta(behind(audience))
    .use(async ({ ctx, meta, next }) => next({ ctx: { actor: await admit(ctx, audience, meta) } }));

/** For anybody who is signed in: agents use the portal's procedures, too. */
export const customerProcedure = procedureFor("customer");
/** For the people of the house. */
export const agentProcedure = procedureFor("agent");
export const adminProcedure = procedureFor("admin");

/** Makes a command a resolver, so that a router's line says only who may ask for what. */
export function run<Input extends { commandId: string }, Result extends Json>(
  command: Command<Input, Result>,
) {
  return ({ ctx, input }: { ctx: { actor: Actor }; input: Input }): Promise<Result> =>
    command.execute(ctx.actor, input);
}
