import type { RouterOutputs } from "@/trpc/client";

export type ProcessRow = RouterOutputs["capacity"]["processes"]["processes"][number];
export type Health = "ok" | "warning" | "critical" | "unknown";

/** How a process is, with the reason in words. */
export function healthOf(process: ProcessRow): { health: Health; says: string } {
  if (process.silent) return { health: "unknown", says: "Says nothing any more" };
  const failing = Object.entries(process.checks).filter(([, check]) => !check.ok);
  if (failing.length > 0) {
    const names = failing.map(([name, { says }]) =>
      says === undefined ? name : `${name}: ${says}`,
    );
    return { health: "critical", says: names.join("; ") };
  }
  switch (process.state) {
    case "ready":
      return { health: "ok", says: "Ready" };
    case "starting":
      return { health: "warning", says: "Starting" };
    case "draining":
      return { health: "warning", says: "Finishing its work" };
    case "stopped":
      return { health: "critical", says: "Stopped" };
  }
}

const kinds = ["web", "realtime", "worker"] as const;
const kindWords = { web: "web", realtime: "realtime", worker: "worker" } as const;

/** The answer as a sentence: is anything wrong, and what. */
export function answerOf(processes: readonly ProcessRow[]): { health: Health; sentence: string } {
  const judged = processes.map((process) => ({ process, ...healthOf(process) }));
  const missing = kinds.filter(
    (kind) => !processes.some((process) => process.kind === kind && !process.silent),
  );
  if (missing.length > 0) {
    const names = missing.map((kind) => kindWords[kind]).join(" and ");
    return { health: "critical", sentence: `No ${names} process answers.` };
  }
  const wrong = judged.find(({ health }) => health === "critical");
  if (wrong !== undefined)
    return {
      health: "critical",
      sentence: `The ${wrong.process.kind} process ${wrong.process.pid} is not well: ${wrong.says}.`,
    };
  const silent = judged.filter(({ health }) => health === "unknown").length;
  if (silent > 0) {
    const what = silent === 1 ? "One process says" : `${silent} processes say`;
    return { health: "warning", sentence: `${what} nothing any more; the others do all the work.` };
  }
  const moving = judged.filter(({ health }) => health === "warning").length;
  if (moving > 0)
    return {
      health: "warning",
      sentence: `${moving} of ${judged.length} processes start or end now.`,
    };
  return { health: "ok", sentence: `All ${judged.length} processes are in order.` };
}
