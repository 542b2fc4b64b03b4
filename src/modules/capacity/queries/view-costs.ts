import { ticketPage, understoodFilter, whereOf } from "@/modules/tickets";
import { viewList } from "@/modules/views";
import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { planOf } from "@/platform/measuring";
import { type CallCost, noCost, withCallCost } from "@/platform/telemetry";

export type ViewCost = {
  id: string;
  name: string;
  filter: string;
  /** The middle of three readings; null where the view cannot be read, and why. */
  ms: number | null;
  problem: string | null;
  rows: number;
  payloadBytes: number;
  statements: number;
  plan: string | null;
};

const readings = 3;

type Reading = { ms: number; cost: CallCost; rows: number; payloadBytes: number };
type View = Awaited<ReturnType<typeof viewList>>["views"][number];

async function read(actor: Actor, { filter, sort }: View): Promise<Reading> {
  const cost = noCost();
  const startedAtMs = monotonicMs();
  const page = await withCallCost(cost, async () =>
    ticketPage(actor, { where: await whereOf(actor, await understoodFilter(filter)), sort }),
  ).finally(() => {
    cost.ended = true;
  });
  const ms = monotonicMs() - startedAtMs;
  const payloadBytes = Buffer.byteLength(JSON.stringify(page));
  return { ms, cost, rows: page.rows.length, payloadBytes };
}

async function costOf(actor: Actor, view: View): Promise<ViewCost> {
  const { id, name, filter } = view;
  try {
    const taken: Reading[] = [];
    for (let again = 0; again < readings; again += 1) taken.push(await read(actor, view));
    const middle = taken.sort((a, b) => a.ms - b.ms)[Math.floor(readings / 2)];
    return {
      id,
      name,
      filter,
      ms: middle === undefined ? null : Math.round(middle.ms * 10) / 10,
      problem: null,
      rows: middle?.rows ?? 0,
      payloadBytes: middle?.payloadBytes ?? 0,
      statements: middle?.cost.statements ?? 0,
      plan: await planOf(middle?.cost.slowestText ?? null),
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : "It could not be read.";
    const nothing = { rows: 0, payloadBytes: 0, statements: 0, plan: null };
    return { id, name, filter, ms: null, problem, ...nothing };
  }
}

/** What the first page of each view costs now, one after the other; those that somebody sees. */
export async function viewCosts(actor: Actor): Promise<{ views: ViewCost[] }> {
  const { views } = await viewList(actor);
  const costs: ViewCost[] = [];
  for (const view of views.slice(0, limits.viewsCountedMax)) costs.push(await costOf(actor, view));
  return { views: costs.sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0)) };
}
