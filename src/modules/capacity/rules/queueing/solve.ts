import { serversCountMax } from "./bounds";
import { fewestForImpatient, impatientQueue, servedWithinShare } from "./erlang-a";
import { blockedShare, fewestForBlocked } from "./erlang-b";
import {
  fewestForWait,
  isStable,
  type WaitingQueue,
  waitingQueue,
  withinShareOf,
} from "./erlang-c";

interface Traffic {
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
  readonly servers?: number | undefined;
}

export interface WaitTarget {
  readonly withinSeconds: number;
  readonly share: number;
  readonly utilization?: number | undefined;
}

export interface LossQuestion extends Traffic {
  readonly model: "erlang-b";
  readonly target?: { readonly blocked: number } | undefined;
}
export interface WaitQuestion extends Traffic {
  readonly model: "erlang-c";
  readonly target?: WaitTarget | undefined;
  readonly withinSeconds?: number | undefined;
}
export interface ImpatienceQuestion extends Traffic {
  readonly model: "erlang-a";
  readonly patienceSeconds: number;
  readonly target?: WaitTarget | undefined;
  readonly withinSeconds?: number | undefined;
}
export type QueueQuestion = LossQuestion | WaitQuestion | ImpatienceQuestion;

interface Sized {
  readonly servers: number;
  /** In erlangs: how many servers would be busy if nobody ever waited or left. */
  readonly load: number;
  /** The load that is offered to each server; above 1 more comes than they can do. */
  readonly utilization: number;
}

export type LossAnswer = Sized & { readonly blocked: number };
export type WaitAnswer = Sized & WaitingQueue & { readonly withinShare: number | null };
export type ImpatienceAnswer = Sized & {
  readonly waits: number;
  readonly abandoned: number;
  readonly meanWaitSeconds: number;
  /** The share of all who come that is served in time; only where a time was asked for. */
  readonly withinShare?: number;
};
export type QueueAnswer = LossAnswer | WaitAnswer | ImpatienceAnswer;

const loadOf = (traffic: Traffic) => traffic.arrivalsPerSecond * traffic.serviceSeconds;

const sized = (servers: number, load: number): Sized => ({
  servers,
  load,
  utilization: load / servers,
});

/** The fewest servers that none of is busier than this; null if there are none. */
function fewestForUtilization(load: number, utilizationMax = 1): number | null {
  if (load === 0) return 1;
  const servers = Math.max(1, Math.ceil((load / utilizationMax) * (1 - 1e-12)));
  return servers <= serversCountMax ? servers : null;
}

/** Null where no number of servers reaches the target, or where neither servers nor target are given. */
export function solveQueue(question: QueueQuestion): QueueAnswer | null {
  switch (question.model) {
    case "erlang-b":
      return solveLoss(question);
    case "erlang-c":
      return solveWait(question);
    case "erlang-a":
      return solveImpatience(question);
  }
}

export function solveLoss(question: LossQuestion): LossAnswer | null {
  const load = loadOf(question);
  const { target } = question;
  const servers = question.servers ?? (target ? fewestForBlocked(load, target.blocked) : null);
  if (servers === null) return null;
  return { ...sized(servers, load), blocked: blockedShare(servers, load) };
}

export function solveWait(question: WaitQuestion): WaitAnswer | null {
  const load = loadOf(question);
  const { serviceSeconds, target } = question;
  const serversMin = fewestForUtilization(load, target?.utilization);
  const fewest =
    target && serversMin !== null ? fewestForWait(load, serviceSeconds, target, serversMin) : null;
  const servers = question.servers ?? fewest;
  if (servers === null) return null;
  const queue = waitingQueue(servers, load, serviceSeconds);
  const withinSeconds = question.withinSeconds ?? target?.withinSeconds;
  const withinShare =
    withinSeconds === undefined
      ? null
      : withinShareOf(queue.waits, servers, load, serviceSeconds, withinSeconds);
  return {
    ...sized(servers, load),
    ...queue,
    withinShare: isStable(servers, load) ? withinShare : 0,
  };
}

export function solveImpatience(question: ImpatienceQuestion): ImpatienceAnswer | null {
  const load = loadOf(question);
  const { target } = question;
  const serversMin = fewestForUtilization(load, target?.utilization ?? Number.POSITIVE_INFINITY);
  const fewest =
    target && serversMin !== null ? fewestForImpatient(question, target, serversMin) : null;
  const servers = question.servers ?? fewest;
  if (servers === null) return null;
  const queue = { ...question, servers };
  const withinSeconds = question.withinSeconds ?? target?.withinSeconds;
  const answer = { ...sized(servers, load), ...impatientQueue(queue) };
  if (withinSeconds === undefined) return answer;
  return { ...answer, withinShare: servedWithinShare(queue, withinSeconds) };
}
