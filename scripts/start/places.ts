import { choosePort, freePort } from "../system/ports";
import type { Variables } from "./environment";
import type { MemberKind } from "./member";
import type { Place, Topology } from "./topology";

export type Counts = Readonly<Record<MemberKind, number>>;

const usualPorts: Readonly<Record<MemberKind, { name: string; usual: number }>> = {
  web: { name: "WEB_PORT", usual: 3000 },
  realtime: { name: "REALTIME_PORT", usual: 3001 },
  worker: { name: "WORKER_PORT", usual: 3002 },
};

/** `usual` is for people, who know 3000 by heart; `any` for tests, which run beside them. */
export type PortChoice = "usual" | "any";

/** Who listens where. What was asked for by hand is for the first of its kind. */
export async function choosePlaces(
  counts: Counts,
  variables: Variables,
  choice: PortChoice,
): Promise<Topology> {
  const reserved = new Set<number>();
  const places = async (kind: MemberKind): Promise<Place[]> => {
    const { name, usual } = usualPorts[kind];
    const chosen: Place[] = [];
    for (let index = 1; index <= counts[kind]; index += 1) {
      const asked = index === 1 ? variables[name] : undefined;
      const port =
        choice === "any" ? await freePort() : await choosePort({ name, asked, usual }, reserved);
      reserved.add(port);
      chosen.push({ kind, name: `${kind}-${index}`, port });
    }
    return chosen;
  };
  const webs = await places("web");
  const realtimes = await places("realtime");
  return { webs, realtimes, workers: await places("worker") };
}
