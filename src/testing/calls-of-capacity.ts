import { aCommandId } from "./builders";
import { aRunUnderWay } from "./load-run";
import type { Scene } from "./scene";

const aWebhook = {
  name: "A receiver",
  url: "https://hooks.example.com/tickets",
  events: ["ticket.created"],
};

/** What each call about the machinery and its webhooks is about. */
export const capacityCalls: Record<string, (scene: Scene) => unknown> = {
  "capacity.processes": () => undefined,
  "capacity.overview": () => undefined,
  "capacity.objectives": () => undefined,
  "capacity.burned": () => ({ objective: "errorRate" }),
  "capacity.budgets": () => undefined,
  "capacity.todaysLoad": () => undefined,
  "capacity.forecast": () => ({}),
  "capacity.slowCalls": () => undefined,
  "capacity.viewCosts": () => undefined,
  "capacity.queueWeather": () => undefined,
  "capacity.replyWeather": () => undefined,
  "capacity.plans": () => undefined,
  "capacity.savePlan": () => ({ name: `Plan ${aCommandId()}`, address: "users=2000" }),
  "capacity.removePlan": () => ({ planId: aCommandId() }),
  "capacity.keepLoadReport": () => ({
    name: "Stress",
    report: JSON.stringify({ points: [1, 2, 4].map((load) => ({ load, throughput: load * 9 })) }),
  }),
  "capacity.removeLoadReport": () => ({ reportId: aCommandId() }),
  "capacity.measuredTimes": () => undefined,
  "capacity.figures": () => undefined,
  "capacity.setFigures": () => ({
    figure: "indicators",
    set: null,
    seenVersion: 99,
    reason: "As founded",
  }),
  "capacity.scaling": () => undefined,
  "capacity.scalingDecisions": () => undefined,
  "capacity.scalingTrace": () => ({ subject: "web" }),
  "capacity.setScalingPolicy": () => ({
    subject: "web",
    policy: null,
    seenVersion: 99,
    reason: "As founded",
  }),
  "capacity.queues": () => undefined,
  "capacity.failedJobs": () => ({ queue: "analytics" }),
  "capacity.operateQueue": () => ({ queue: "analytics", verb: "resume" }),
  "capacity.operatorActions": () => undefined,
  "demo.status": () => undefined,
  "demo.stop": () => ({}),
  "capacity.supportObjectives": () => undefined,
  "capacity.lateMinutes": () => undefined,
  // Nothing has read its clocks yet, so there is no promise of it.
  "capacity.delay": ({ number }) => ({ number, metric: "firstResponse" }),
  "capacity.surge": () => undefined,
  "capacity.switchSurge": () => ({ level: null, reason: "It is over." }),
  "capacity.loadRuns": () => undefined,
  "capacity.loadRun": () => ({ id: aCommandId() }),
  "capacity.startLoadRun": async ({ requester }) => {
    await aRunUnderWay(requester.id);
    const processes = { webs: 1, realtimes: 1, workers: 1 };
    return { options: { scenario: "smoke", minutesScale: 0.1, tickets: 1_000, ...processes } };
  },
  "capacity.cancelLoadRun": () => ({ runId: aCommandId() }),
  "capacity.removeLoadRun": () => ({ runId: aCommandId() }),
  "capacity.incidents": () => ({ which: "open" }),
  "capacity.incident": () => ({ id: aCommandId() }),
  "capacity.acknowledgeIncident": () => ({ id: aCommandId() }),
  "capacity.noteIncident": () => ({ id: aCommandId(), says: "The disk was full." }),
  "webhooks.list": () => undefined,
  "webhooks.create": () => aWebhook,
  "webhooks.deliveries": () => ({ endpointId: aCommandId() }),
  "webhooks.update": () => ({ ...aWebhook, id: aCommandId(), version: 1 }),
  "webhooks.rotate": () => ({ id: aCommandId(), version: 1 }),
  "webhooks.switch": () => ({ id: aCommandId(), version: 1, on: false }),
  "webhooks.remove": () => ({ id: aCommandId() }),
  "webhooks.test": () => ({ id: aCommandId() }),
  "webhooks.delivery": () => ({ id: aCommandId() }),
  "webhooks.replay": () => ({ id: aCommandId() }),
};
