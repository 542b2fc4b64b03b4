import * as z from "zod";
import { defineListing } from "../verb";

/** What tRPC keeps of a procedure. It has no public type for it, so it is read like any foreign data. */
const definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({ audience: z.enum(["public", "customer", "agent", "admin"]) }),
  inputs: z.array(z.instanceof(z.ZodType)),
});

/** Null where nothing is asked for; all of them where several must hold. */
function inputSchema(inputs: readonly z.ZodType[]): unknown {
  const schemas = inputs.map((input) =>
    z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
  );
  return schemas.length > 1 ? { allOf: schemas } : (schemas[0] ?? null);
}

export const apiList = defineListing({
  group: "api",
  verb: "list",
  summary: "Every procedure that there is, who may call it, and what it takes.",
  reads: "nothing",
  answer: async () => {
    // Loaded here, so that help needs none of it.
    const { appRouter } = await import("@/trpc/root");
    return Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
      const { type, meta, inputs } = definition.parse(Reflect.get(procedure, "_def"));
      return { path, type, audience: meta.audience, input: inputSchema(inputs) };
    });
  },
});
