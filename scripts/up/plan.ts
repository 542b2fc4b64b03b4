import { type Part, processNames, type Topology } from "../../deploy/topology/description";
import { heapMbMax, partEnvironment } from "../../deploy/topology/environment";
import type { Place, Topology as Places } from "../start/topology";

/** The processes of a tier on one machine: who is told what, on which ports. */
export async function planFor(
  topology: Topology,
  nextPort: (kind: Place["kind"]) => Promise<number>,
): Promise<Places> {
  const places = async (kind: Part["kind"]): Promise<Place[]> => {
    const found: Place[] = [];
    for (const part of topology.parts.filter((each) => each.kind === kind)) {
      const { WORKER_QUEUES } = partEnvironment(part);
      const env: Record<string, string> = WORKER_QUEUES === undefined ? {} : { WORKER_QUEUES };
      for (const name of processNames(part))
        found.push({ kind, name, port: await nextPort(kind), env, heapMbMax: heapMbMax(part) });
    }
    return found;
  };
  const webs = await places("web");
  const realtimes = await places("realtime");
  return { webs, realtimes, workers: await places("worker") };
}
