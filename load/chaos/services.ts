import { join } from "node:path";
import {
  pgbouncerOrInstall,
  type RunningPgbouncer,
  startPgbouncer,
} from "../../scripts/services/pgbouncer";
import { type RunningReplica, startReplica } from "../../scripts/services/postgres-replica";
import { type StackServices, startServices } from "../../scripts/start/services";
import { type SupervisedService, supervise } from "../../scripts/start/supervised-service";
import { freePort } from "../../scripts/system/ports";
import { aLine, type Line, placeOf } from "./line";
import { type SmallDisk, smallDisk } from "./small-disk";
import { type Store, startStores, storeVariables } from "./stores";

export type BreakableServices = {
  services: StackServices;
  /** To PostgreSQL: the pooler's, and the direct one of who listens. */
  database: Line;
  /** From the primary to its replica. */
  wal: Line;
  pooler: SupervisedService<RunningPgbouncer>;
  stores: readonly Store[];
  replica: RunningReplica;
  /** Null where this machine lets nobody mount one. */
  disks: { database: SmallDisk | null; files: SmallDisk | null };
  /** The address of the database now, past everything that can be cut. */
  nowAt: (url: string) => void;
};

const databaseMb = 1_536;
const filesMb = 64;
/** A server with little room keeps little of its log. */
const settings = { wal_keep_size: "256MB", max_wal_size: "256MB", min_wal_size: "80MB" };

/** PostgreSQL behind a pooler, with a replica, and a Valkey for each purpose; every line can be cut. */
export async function breakableServices(
  dataDir: string,
  report: (line: string) => void,
): Promise<BreakableServices> {
  const disks = {
    database: smallDisk(join(dataDir, "postgres"), databaseMb),
    files: smallDisk(join(dataDir, "files"), filesMb),
  };
  const stores = await startStores(dataDir, report);
  const given = { VALKEY_URL: stores[0]?.server.current().url ?? "" };
  const own = await startServices(dataDir, given, report, settings);
  const { DATABASE_URL = "" } = own.variables;
  const primary = own.postgres?.current();
  if (primary === undefined) throw new Error("the database is our own");
  const wal = await aLine({ host: "127.0.0.1", port: primary.port });
  report("Making a replica ...");
  const replica = await startReplica({ ...primary, port: wal.port }, join(dataDir, "replica"));
  const database = await aLine(placeOf(DATABASE_URL));
  const about = {
    program: pgbouncerOrInstall(report),
    dataDir: join(dataDir, "pgbouncer"),
    databaseUrl: database.at(DATABASE_URL),
    port: await freePort(),
  };
  const pooler = await supervise("PgBouncer", () => startPgbouncer(about), report);
  const { url, carriesNames } = pooler.current();
  let directUrl = DATABASE_URL;
  const services: StackServices = {
    ...own,
    get directUrl() {
      return directUrl;
    },
    variables: {
      ...own.variables,
      ...storeVariables(stores),
      DATABASE_URL: url,
      DATABASE_DIRECT_URL: database.at(DATABASE_URL),
      DATABASE_REPLICA_URL: replica.at(DATABASE_URL),
      DATABASE_NAMED_STATEMENTS: carriesNames ? "1" : "0",
    },
    stop: async () => {
      await Promise.all([database.close(), wal.close(), replica.stop(), pooler.stop()]);
      await Promise.all(stores.map(({ line, server }) => line.close().then(server.stop)));
      await own.stop();
      for (const disk of Object.values(disks)) disk?.remove();
    },
  };
  const nowAt = (next: string) => {
    directUrl = next;
  };
  return { services, database, wal, pooler, stores, replica, disks, nowAt };
}
