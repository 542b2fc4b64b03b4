import { TRPCError } from "@trpc/server";
import { isObject } from "@trpc/server/unstable-core-do-not-import";
import type { Calls } from "./calls";

type Inputs = Readonly<Record<number, unknown>>;
const none: Inputs = {};

/**
 * The input of each call. It is parsed when the first procedure asks for it, as tRPC does: whoever
 * may not call a procedure learns nothing of what is wrong with the input.
 */
export function memoInputs(calls: Calls): (index: number) => Promise<unknown> {
  let parsed: Promise<Inputs> | undefined;
  return async (index) => {
    parsed ??= parse(calls);
    return (await parsed)[index];
  };
}

async function parse({ router, isBatch, inputText, paths, method }: Calls): Promise<Inputs> {
  if (inputText === undefined || (method === "GET" && inputText === "")) return none;
  const { deserialize } = router._def._config.transformer.input;
  try {
    const sent: unknown = JSON.parse(inputText);
    if (!isBatch) return { 0: deserialize(sent) };
    if (!isObject(sent)) throw new Error('"input" needs to be an object when doing a batch call');
    const byIndex = new Map(Object.entries(sent));
    const inputs: Record<number, unknown> = {};
    for (const index of paths.keys()) {
      const input = byIndex.get(String(index));
      if (input !== undefined) inputs[index] = deserialize(input);
    }
    return inputs;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "Invalid input";
    throw new TRPCError({ code: "BAD_REQUEST", message, cause });
  }
}
