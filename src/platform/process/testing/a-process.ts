import { pino } from "pino";
import { limits } from "@/platform/limits";
import { installProcess } from "../install";

/** A process whose life a test follows: its first argument says how it starts or ends. */
const [how, drainMsMax] = process.argv.slice(2);

function wrongEnvironment(): never {
  const error = new Error("PORT: must be a number");
  error.name = "EnvironmentError";
  throw error;
}

await installProcess({
  kind: "worker",
  drainMsMax: Number(drainMsMax),
  log: () => (how === "wrong environment" ? wrongEnvironment() : pino({ level: "silent" })),
  start: async (life) => {
    if (how === "broken start") throw new TypeError("cannot read it");
    const alive = setInterval(() => undefined, limits.drainMsMax);
    life.onDrain("finish", "work", () => {
      process.stdout.write("finished\n");
      return how === "hangs" ? new Promise(() => undefined) : undefined;
    });
    life.onDrain("close", "timer", () => clearInterval(alive));
    process.stdout.write("started\n");
    if (how === "fault") setImmediate(() => Promise.reject(new Error("nobody caught this")));
  },
});
