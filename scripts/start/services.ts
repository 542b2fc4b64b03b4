import { join } from "node:path";
import { type RunningPostgres, startPostgres } from "../services/postgres";
import { archiveSettings } from "../services/postgres-archive";
import { type RunningValkey, startValkey } from "../services/valkey";
import type { ValkeyIdentity } from "../services/valkey-identity";
import { freePort } from "../system/ports";
import { givenServices, type Variables } from "./environment";
import { reachPostgres, reachValkey } from "./reach";
import { type SupervisedService, supervise } from "./supervised-service";

type Report = (line: string) => void;

export type StackServices = {
  /** The variables by which the processes find them. */
  variables: Readonly<Record<string, string>>;
  /** For migrations and seeds: past any pooler. */
  directUrl: string;
  postgresVersion: string;
  valkeyServer: ValkeyIdentity;
  /** Only where they are our own. */
  postgres?: SupervisedService<RunningPostgres>;
  valkey?: SupervisedService<RunningValkey>;
  stop(): Promise<void>;
};

type Settings = Readonly<Record<string, string | number>>;

async function ownPostgres(dataDir: string, settings: Settings, report: Report) {
  report("Starting PostgreSQL ...");
  const port = await freePort();
  const folder = join(dataDir, "postgres");
  const all = { ...archiveSettings(folder), ...settings };
  const start = () => startPostgres({ dataDir: folder, port, settings: all });
  return supervise("PostgreSQL", start, report);
}

async function ownValkey(dataDir: string, report: Report) {
  report("Starting Valkey ...");
  const port = await freePort();
  const start = () => startValkey({ dataDir: join(dataDir, "valkey"), port, report });
  return supervise("Valkey", start, report);
}

/** PostgreSQL and Valkey: those that the variables name, our own for the rest. */
export async function startServices(
  dataDir: string,
  variables: Variables,
  report: Report,
  settings: Settings = {},
): Promise<StackServices> {
  const given = givenServices(variables);
  // All that was named is asked before anything of our own is started.
  const givenVersion =
    given.database === undefined
      ? undefined
      : await reachPostgres("DATABASE_URL", given.database.url);
  const identities: ValkeyIdentity[] = [];
  for (const { name, url } of given.valkey) identities.push(await reachValkey(name, url));

  const found: Record<string, string> = {};
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of [...stops].reverse()) await each();
  };
  try {
    const postgres =
      given.database === undefined ? await ownPostgres(dataDir, settings, report) : undefined;
    if (postgres !== undefined) stops.push(postgres.stop);
    const valkey = given.needsValkey ? await ownValkey(dataDir, report) : undefined;
    if (valkey !== undefined) stops.push(valkey.stop);
    const url = postgres?.current().url ?? given.database?.url ?? "";
    found.DATABASE_URL = url;
    if (valkey !== undefined) found.VALKEY_URL = valkey.current().url;
    return {
      variables: found,
      directUrl: given.database?.directUrl ?? url,
      postgresVersion: givenVersion ?? postgres?.current().version ?? "",
      valkeyServer: valkey?.current() ?? identities[0] ?? { name: "unknown", version: "" },
      ...(postgres === undefined ? {} : { postgres }),
      ...(valkey === undefined ? {} : { valkey }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
