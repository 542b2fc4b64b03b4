import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { noteCall } from "@/platform/measuring";
import { withRequestContext } from "@/platform/process";
import {
  measureResponse,
  noCost,
  noteStatementCost,
  recordOperation,
  recordStatements,
  registerOperations,
  withCallCost,
} from "@/platform/telemetry";
import { aRequest } from "@/testing/request";

const calls = 200_000;
const statements = 4;
const names = Array.from({ length: 40 }, (_, index) => `bench.operation${index}`);

const context = aRequest({ operation: "bench" });

/** All that one call counts, on its way through the doors that a request passes. */
function countOne(res: ServerResponse, name: string, ms: number): void {
  const answered = measureResponse(res, name);
  withRequestContext(context, () => {
    const cost = noCost();
    withCallCost(cost, () => {
      for (let each = 0; each < statements; each += 1) noteStatementCost("select 1", 1);
    });
    cost.ended = true;
    recordOperation(name, ms, "ok");
    recordStatements(name, cost.statements, cost.statementsMs);
    noteCall(name, ms, cost, null);
  });
  answered();
}

/** What counting adds to a call, without a network, a database or another process to blur it. */
export function addedMsPerCall(): number {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  // One that was never begun counts as none.
  res.writeHead(200);
  registerOperations(names);
  const count = () => {
    for (let each = 0; each < calls; each += 1)
      countOne(res, names[each % names.length] ?? "", (each * 7_919) % 20);
  };
  count();
  const before = process.cpuUsage();
  count();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / calls;
}
