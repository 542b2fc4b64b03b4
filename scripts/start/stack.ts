import type { Mode } from "./commands";
import { claimDataFolder } from "./data-folder";
import type { Variables } from "./environment";
import { makeMember, type Prepared } from "./make-member";
import type { Member } from "./member";
import { choosePlaces, type PortChoice } from "./places";
import type { DemoAccount } from "./running-file";
import { type StackServices, startServices } from "./services";
import { addressOf, type Place, type Topology } from "./topology";

export type StackOptions = {
  /** Database, Valkey, secrets, files and logs of this stack; no other stack may use it. */
  dataDir: string;
  webs?: number;
  realtimes?: number;
  workers?: number;
  /** Who runs where, instead of the counts and ports: a tier's plan. */
  places?: Topology;
  /** Brings the services, instead of our usual two: a tier's poolers, stores and proxy. */
  bringServices?: () => Promise<StackServices>;
  /** What people set: services to use, ports, addresses. Nothing by default. */
  variables?: Variables;
  /** Free ones of the system by default; the usual ones only for people. */
  ports?: PortChoice;
  /** Further variables of the processes: demo mode, or `EVENT_LOG_ROWS` for a test. */
  env?: Readonly<Record<string, string>>;
  mode?: Mode;
  postgresSettings?: Readonly<Record<string, string | number>>;
  /** Off for tests that kill a process and say themselves when it comes back. */
  restartOnExit?: boolean;
  /** Called when the services answer and before any process starts: migrations, seeds, a build. */
  prepare: (services: StackServices) => Promise<Prepared>;
  /** Gives up a start that is under way; what had started is stopped. */
  signal?: AbortSignal;
  report?: (line: string) => void;
  onLine?: (name: string, line: string) => void;
};

export type Stack = {
  webs: readonly Member[];
  realtimes: readonly Member[];
  workers: readonly Member[];
  members: readonly Member[];
  /** Starts one process more and answers when it is ready; one that does not start is taken away. */
  add(place: Place): Promise<Member>;
  /** Lets a process finish what it does, ends it and forgets it. False when it had to be killed. */
  remove(member: Member): Promise<boolean>;
  services: StackServices;
  /** In demo mode alone. */
  demo?: readonly DemoAccount[] | undefined;
  /** False when a process had to be killed. */
  stop(): Promise<boolean>;
};

/** Rejects as soon as the start is given up, whatever the step is still doing. */
function orAborted<Result>(step: Promise<Result>, signal: AbortSignal | undefined) {
  if (signal === undefined) return step;
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
  });
  return Promise.race([step, aborted]);
}

/** Everything that runs, in order; on any failure what had started is stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, variables = {}, signal, report = () => undefined } = options;
  const { webs = 1, realtimes = 1, workers = 1 } = options;
  const folder = await claimDataFolder(dataDir);
  const members: Member[] = [];
  let services: StackServices | undefined;
  const stop = async () => {
    const drained = await Promise.all(members.map((member) => member.stop()));
    for (const member of members) member.close();
    await services?.stop();
    folder.release();
    return drained.every((each) => each);
  };
  try {
    const counts = { web: webs, realtime: realtimes, worker: workers };
    const topology =
      options.places ?? (await choosePlaces(counts, variables, options.ports ?? "any"));
    const usual = () => startServices(dataDir, variables, report, options.postgresSettings);
    services = await (options.bringServices ?? usual)();
    signal?.throwIfAborted();
    const prepared = await orAborted(options.prepare(services), signal);
    const setting = {
      dataDir,
      mode: options.mode ?? "production",
      prepared,
      topology,
      variables,
      services: services.variables,
      env: options.env ?? {},
      restartOnExit: options.restartOnExit ?? true,
      onSpawn: folder.remember,
      report,
      onLine: options.onLine ?? (() => undefined),
    };
    const made = {
      webs: topology.webs.map((place) => makeMember(place, setting)),
      realtimes: topology.realtimes.map((place) => makeMember(place, setting)),
      workers: topology.workers.map((place) => makeMember(place, setting)),
    };
    members.push(...made.webs, ...made.realtimes, ...made.workers);
    report("Starting web, realtime and worker ...");
    await orAborted(Promise.all(members.map((member) => member.start())), signal);
    folder.announce(topology.webs[0] === undefined ? "" : addressOf(topology.webs[0]));
    const lists = { web: made.webs, realtime: made.realtimes, worker: made.workers };
    const remove = async (member: Member) => {
      const drained = await member.stop();
      member.close();
      for (const list of [members, lists[member.kind]])
        if (list.includes(member)) list.splice(list.indexOf(member), 1);
      return drained;
    };
    const add = async (place: Place) => {
      const member = makeMember(place, setting);
      members.push(member);
      lists[place.kind].push(member);
      try {
        await member.start();
      } catch (error) {
        await remove(member);
        throw error;
      }
      return member;
    };
    return { ...made, members, add, remove, services, demo: prepared.demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
