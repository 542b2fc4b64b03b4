import { readdirSync, readFileSync } from "node:fs";
import { type TierName, tierNames, topologyOf } from "../../deploy/topology/description";
import type { Stack } from "../../scripts/start/stack";
import { messageOf } from "../../scripts/system/advice";
import { type Held, hold, type Share } from "./hold";

export type HeldTier = {
  /** How it was held and how often each wanted more, line by line. */
  words: () => string[];
  release: () => void;
};

export const isTier = (name: string): name is TierName => tierNames.some((tier) => tier === name);

/** A process and all that it has started. */
function familyOf(pid: number): number[] {
  const parentOf = (each: string) => {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    } catch {
      return Number.NaN;
    }
  };
  const children = readdirSync("/proc").filter(
    (each) => /^\d+$/.test(each) && parentOf(each) === pid,
  );
  return [pid, ...children.map(Number).flatMap(familyOf)];
}

/** What each running process may have: one server of the row, or its part where several share one. */
function sharesOf(tier: TierName, stack: Stack): { name: string; pid: number; share: Share }[] {
  const { parts, database, stores } = topologyOf(tier);
  const ours = stack.members.flatMap(({ name, kind, pid }) => {
    const part = parts.find((each) => each.kind === kind);
    return pid === undefined || part === undefined ? [] : [{ name, pid, share: part.limit }];
  });
  const store = stores.reduce(
    (sum, { share }) => ({ cpu: sum.cpu + share.cpu, memoryMb: sum.memoryMb + share.memoryMb }),
    { cpu: 0, memoryMb: 0 },
  );
  const servers = [
    { name: "postgres", pid: stack.services.postgres?.current().pid, share: database.share },
    { name: "valkey", pid: stack.services.valkey?.current().pid, share: store },
  ];
  const theirs = servers.flatMap(({ name, pid, share }) =>
    pid === undefined ? [] : [{ name, pid, share }],
  );
  return [...ours, ...theirs];
}

/** Holds every process of a stack to what its tier's row gives it. */
export function holdToTier(tier: TierName, stack: Stack): HeldTier {
  const groups: { name: string; share: Share; held: Held }[] = [];
  const free: string[] = [];
  for (const { name, pid, share } of sharesOf(tier, stack))
    try {
      groups.push({ name, share, held: hold(`${name}-${pid}`, familyOf(pid), share) });
    } catch (error) {
      free.push(`${name} is not held (${messageOf(error)})`);
    }
  return {
    words: () => [
      ...groups.map(({ name, share, held }) => {
        const { periods, times } = held.throttled();
        return `${name} held to ${share.cpu} CPU and ${share.memoryMb} MB by ${held.by}: wanted more in ${times} of ${periods} spans of 0.1 s`;
      }),
      ...free,
    ],
    release: () => {
      for (const { held } of groups) held.release();
    },
  };
}
