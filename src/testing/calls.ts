import type { AnyProcedure, AnyRouter } from "@trpc/server";
import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { withRequestContext } from "@/platform/process";
import { openContext } from "@/trpc/context";
import { checkJsonDepth } from "@/trpc/guards";
import { createCallerFactory } from "@/trpc/init";
import { appRouter } from "@/trpc/root";
import { aCommandId } from "./builders";
import { knowledgeCalls } from "./calls-knowledge";
import { capacityCalls } from "./calls-of-capacity";
import { listsCalls } from "./calls-of-lists";
import { mailCalls } from "./calls-of-mail";
import { peopleCalls } from "./calls-of-people";
import { settingsCalls } from "./calls-of-settings";
import { ticketsCalls } from "./calls-of-tickets";
import type { Scene } from "./scene";

/** What each call is about, in one scene for whoever calls; one file a part. */
export const callInputs: Record<string, (scene: Scene) => unknown> = {
  ...ticketsCalls,
  ...mailCalls,
  ...settingsCalls,
  ...peopleCalls,
  ...knowledgeCalls,
  ...listsCalls,
  ...capacityCalls,
};

const api: AnyRouter = appRouter;
export const procedureNames = Object.keys(api._def.procedures);
function typeOf(name: string) {
  const procedure: AnyProcedure | undefined = api._def.procedures[name];
  return procedure?._def.type;
}

/** What a procedure reads of its input, as a schema of JSON; undefined where it reads none. */
export function inputSchemaOf(name: string) {
  const procedure: AnyProcedure | undefined = api._def.procedures[name];
  const inputs: unknown = procedure === undefined ? [] : Reflect.get(procedure._def, "inputs");
  const [input] = Array.isArray(inputs) ? inputs : [];
  if (!(input instanceof z.ZodType)) return undefined;
  return z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
}

export const queryNames = procedureNames.filter((name) => typeOf(name) === "query");

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** One call as the API's servers make it, through JSON, with the session's answer given. */
export async function callAs(name: string, actor: Actor | null, asked: unknown): Promise<unknown> {
  const input = await asked;
  const mutates = typeOf(name) === "mutation";
  const facts = {
    method: mutates ? "POST" : "GET",
    operation: name,
    header: (header: string) => (header === "cookie" && actor !== null ? "a session" : undefined),
    address: "10.0.0.1",
  };
  const ctx = openContext(facts, async () => actor);
  const given = mutates && isObject(input) ? { commandId: aCommandId(), ...input } : input;
  const text = JSON.stringify(given);
  try {
    checkJsonDepth(text ?? "");
    const sent: unknown = text === undefined ? undefined : JSON.parse(text);
    return await withRequestContext(ctx, () => {
      let at: unknown = createCallerFactory(appRouter)(ctx);
      for (const part of name.split(".")) at = Reflect.get(Object(at), part);
      if (typeof at !== "function") throw new Error(`${name} cannot be called`);
      return Reflect.apply(at, undefined, [sent]);
    });
  } finally {
    ctx.close();
  }
}
