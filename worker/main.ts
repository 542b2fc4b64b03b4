import type { Worker } from "bullmq";
import { closePools, db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { listenForHealth } from "@/platform/http";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { recordMeasures } from "@/platform/measuring";
import { installProcess, type Lifecycle } from "@/platform/process";
import { reportProcess } from "@/platform/processes";
import { closeQueues, consume, type QueueName, queues } from "@/platform/queues";
import { followSurge } from "@/platform/surge";
import { startTracing } from "@/platform/tracing";
import { closeValkey, storesCheck, valkey } from "@/platform/valkey";
import { openMail } from "./mail";
import { measureShared } from "./measures";
import { startProbes } from "./probe";
import { processors } from "./processors";
import { queuesToRun } from "./queues-to-run";
import { startRelay } from "./relay";
import { answerScaling, scalingPath } from "./scaling-figures";
import { startUpkeep } from "./upkeep";
import { watchDatabase } from "./watch-database";

function consumeAll(names: readonly QueueName[]): Worker[] {
  return names.map((name) =>
    consume(
      name,
      processors.filter((processor) => processor.queue === name),
    ),
  );
}

async function start(life: Lifecycle): Promise<void> {
  const { HOST, PORT, WORKER_QUEUES } = env();
  const names = queuesToRun(WORKER_QUEUES, Object.keys(queues));
  life.onDrain("close", "database", closePools);
  life.onDrain("close", "valkey", closeValkey);
  life.checkReady("database", async () => {
    await db.write.rows(sql`select 1`);
  });
  // A queue store that is away stops no worker: it goes on when the store is back.
  life.checkReady("queues", async () => void (await valkey("queue").ping()), { essential: false });

  life.checkReady("stores", storesCheck());
  const port = await listenForHealth(
    { host: HOST, port: PORT, life },
    { [scalingPath]: answerScaling },
  );
  const relay = startRelay();
  const upkeep = startUpkeep();
  const probes = startProbes({ startLooks: limits.probeStartLooksCount });
  const workers = consumeAll(names);
  const mail = await openMail(names);
  life.onDrain("announce", "mail", mail.close);
  life.onDrain("announce", "upkeep", upkeep.close);
  life.onDrain("announce", "probes", probes.close);
  life.onDrain("announce", "relay", relay.close);
  life.onDrain("finish", "jobs", async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await closeQueues();
  });
  reportProcess(life, { kind: "worker", port });
  measureShared();
  followSurge(life);
  watchDatabase();
  recordMeasures(life, "worker");
  await startTracing(life, "worker");
  log().info({ host: HOST, port, queues: names }, "worker runs");
}

await installProcess({ kind: "worker", log, start, drainMsMax: limits.drainMsMax });
