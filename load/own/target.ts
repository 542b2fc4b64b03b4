import type { Stack } from "../../scripts/start/stack";
import { ownPeople } from "../run/people";
import type { Target } from "../run/run";
import { insideToken } from "./stack";

/** A stack of our own as a run takes it: where to ask, whom to watch, who visits. */
export async function targetOf(stack: Stack): Promise<Target> {
  const postgres = stack.services.postgres?.current().pid;
  const valkey = stack.services.valkey?.current().pid;
  const named = (name: string, pid: number | undefined) =>
    pid === undefined ? [] : [{ name, pid }];
  return {
    webs: stack.webs.map(({ url }) => url),
    realtimes: stack.realtimes.map(({ url }) => url),
    worker: stack.workers[0]?.url,
    token: insideToken(),
    processes: () => [
      ...stack.members.flatMap(({ name, pid }) => named(name, pid)),
      ...named("postgres (its first process)", postgres),
      ...named("valkey", valkey),
    ],
    people: await ownPeople(),
  };
}
