import type { ScaledPart } from "@/modules/capacity";
import { isScalingSubject } from "@/modules/capacity/client";
import { type Part, processNames, type Topology } from "../../deploy/topology/description";
import { heapMbMax, partEnvironment } from "../../deploy/topology/environment";
import type { Place, Topology as Places } from "../start/topology";

type NextPort = (kind: Place["kind"]) => Promise<number>;

/** The places of one part: as many as start, or as many as may ever run. */
async function placesOf(part: Part, count: number, nextPort: NextPort): Promise<Place[]> {
  const { kind } = part;
  const { WORKER_QUEUES } = partEnvironment(part);
  const env: Record<string, string> = WORKER_QUEUES === undefined ? {} : { WORKER_QUEUES };
  const found: Place[] = [];
  for (const name of processNames({ ...part, count }))
    found.push({ kind, name, port: await nextPort(kind), env, heapMbMax: heapMbMax(part) });
  return found;
}

/** One kind of process, where all of it may run, and the subject of its rule; none stands still. */
export type ScaledGroup = {
  readonly name: string;
  readonly subject: ScaledPart["subject"] | null;
  readonly kind: Place["kind"];
  readonly coresEach: number;
  /** In the order in which they are taken. */
  readonly places: readonly Place[];
};

/** A process of ours computes on one thread: more of a machine's cores than one it cannot use. */
const coresOf = ({ share }: Part) => Math.min(1, share.cpu);

/** Promises before pages, pages before messages, figures last: who takes the last free core. */
const order: readonly ScaledPart["subject"][] = [
  "sla-checks",
  "web",
  "realtime",
  "notifications",
  "analytics",
];

function subjectOf(part: Part): ScaledPart["subject"] | null {
  if (part.scaling === null) return null;
  const name = part.kind === "worker" ? (part.queues[0] ?? "") : part.kind;
  return isScalingSubject(name) ? name : null;
}

const rank = ({ subject }: ScaledGroup) =>
  subject === null ? order.length : order.indexOf(subject);

/** Every kind of process of a tier, with places for as many as its rule may ever ask for. */
export async function groupsOf({ parts }: Topology, nextPort: NextPort): Promise<ScaledGroup[]> {
  const groups: ScaledGroup[] = [];
  for (const part of parts) {
    const subject = subjectOf(part);
    const count = subject === null ? part.count : part.countMax;
    const places = await placesOf(part, count, nextPort);
    groups.push({ name: part.name, subject, kind: part.kind, coresEach: coresOf(part), places });
  }
  return groups.toSorted((one, other) => rank(one) - rank(other));
}

/** Who starts with the tier, and for whom the proxy is ready: those that are not there yet are down to it. */
export function placesToStart(
  groups: readonly ScaledGroup[],
  { parts }: Topology,
): { started: Places; possible: Places } {
  const take = (kind: Place["kind"], all: boolean) =>
    groups
      .filter((group) => group.kind === kind)
      .flatMap(({ name, places }) =>
        all ? places : places.slice(0, parts.find((part) => part.name === name)?.count ?? 0),
      );
  const of = (all: boolean): Places => ({
    webs: take("web", all),
    realtimes: take("realtime", all),
    workers: take("worker", all),
  });
  return { started: of(false), possible: of(true) };
}
