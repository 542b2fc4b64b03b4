import { expect, test } from "vitest";
import { answerOf, type ProcessRow } from "./process-health";

const aProcess = (part: Partial<ProcessRow>): ProcessRow => ({
  id: "1",
  kind: "web",
  pid: 7,
  host: "here",
  port: 3000,
  version: "0.1.0",
  startedAtMs: 0,
  atMs: 0,
  state: "ready",
  cpuShare: 0,
  rssBytes: 0,
  checks: {},
  silent: false,
  ...part,
});
const all = [aProcess({}), aProcess({ kind: "realtime" }), aProcess({ kind: "worker" })];

test("an admin reads that all is well only when every kind of process answers", () => {
  expect(answerOf(all)).toEqual({ health: "ok", sentence: "All 3 processes are in order." });
  expect(answerOf(all.slice(0, 2)).sentence).toBe("No worker process answers.");
});

test("a worker that fell silent is missing, not in order", () => {
  const silent = aProcess({ kind: "worker", silent: true });
  expect(answerOf([...all.slice(0, 2), silent]).health).toBe("critical");
  expect(answerOf([...all, silent]).health).toBe("warning");
});

test("what a process cannot reach is named", () => {
  const checks = { database: { ok: false, says: "refuses connections" } };
  const { sentence } = answerOf([aProcess({ checks }), ...all]);
  expect(sentence).toBe("The web process 7 is not well: database: refuses connections.");
});
