import { AsyncLocalStorage } from "node:async_hooks";
import { pools } from "./pools";

/** A statement as it went to the server; `begin`, `commit` and `rollback` too. */
export type ObservedStatement = {
  text: string;
  values: readonly unknown[];
  /** `primary`, `search` and `replica-1` are pools; `transaction` is the one connection of a transaction. */
  on: string;
};

/** Made by the first observer: who never observes asks a variable and nothing else. */
let observers: AsyncLocalStorage<ObservedStatement[]> | undefined;

function nameOf(on: object): string {
  const { write, replicas, search } = pools();
  if (on === write) return "primary";
  if (on === search.primary || on === search.replica) return "search";
  const replica = replicas.findIndex((each) => Object.is(each, on));
  return replica === -1 ? "transaction" : `replica-${replica + 1}`;
}

/** Tells whoever observes the work that this statement belongs to. */
export function noteStatement(on: object, text: string, values: unknown[] = []): void {
  observers?.getStore()?.push({ text, values: [...values], on: nameOf(on) });
}

/**
 * Runs `work` and gives the statements that it sent until it ended, in their order. For tests that
 * count them and for measurements that repeat them; two works side by side are told apart.
 */
export async function observeStatements<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: ObservedStatement[] }> {
  observers ??= new AsyncLocalStorage();
  const sent: ObservedStatement[] = [];
  const result = await observers.run(sent, work);
  return { result, statements: [...sent] };
}
