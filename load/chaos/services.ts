import { join } from "node:path";
import { type RunningReplica, startReplica } from "../../scripts/services/postgres-replica";
import { type StackServices, startServices } from "../../scripts/start/services";
import { aLine, type Line } from "./line";

export type BreakableServices = {
  services: StackServices;
  database: Line;
  store: Line;
  replica: RunningReplica;
};

const placeOf = (url: string) => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
};

/** PostgreSQL with a replica, and Valkey, each reached through a line that can be cut. */
export async function breakableServices(
  dataDir: string,
  report: (line: string) => void,
): Promise<BreakableServices> {
  const own = await startServices(dataDir, {}, report, { wal_keep_size: "512MB" });
  const { DATABASE_URL = "", VALKEY_URL = "" } = own.variables;
  const primary = own.postgres?.current();
  if (primary === undefined) throw new Error("the database is our own");
  report("Making a replica ...");
  const replica = await startReplica(primary, join(dataDir, "replica"));
  const [database, store] = [await aLine(placeOf(DATABASE_URL)), await aLine(placeOf(VALKEY_URL))];
  const services: StackServices = {
    ...own,
    variables: {
      ...own.variables,
      DATABASE_URL: database.at(DATABASE_URL),
      DATABASE_REPLICA_URL: replica.at(DATABASE_URL),
      VALKEY_URL: store.at(VALKEY_URL),
    },
    stop: async () => {
      await Promise.all([database.close(), store.close(), replica.stop()]);
      await own.stop();
    },
  };
  return { services, database, store, replica };
}
