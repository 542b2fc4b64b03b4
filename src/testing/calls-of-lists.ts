import { aCommandId } from "./builders";
import type { Scene } from "./scene";

const aView = {
  name: "Vents",
  filter: "tag:vent",
  ...{ sort: "updated", audience: "personal", teamId: null },
};

/** What each call about views, searches and many tickets at once is about. */
export const listsCalls: Record<string, (scene: Scene) => unknown> = {
  "views.list": () => undefined,
  "views.counts": () => undefined,
  "views.uses": () => ({ kind: "tag", name: "late" }),
  "views.count": () => ({ filter: "status:closed" }),
  "views.create": () => aView,
  "views.change": () => ({ ...aView, viewId: aCommandId(), version: 1 }),
  "views.remove": () => ({ viewId: aCommandId() }),
  "views.pin": () => ({ viewId: "mine", place: 3 }),
  "views.display": () => ({ viewId: "mine", display: { table: true, columns: [] } }),
  "bulk.left": () => ({ personId: aCommandId() }),
  "bulk.recent": () => undefined,
  "bulk.failures": () => ({ actionId: aCommandId() }),
  "bulk.changeSome": ({ ticketId }) => ({
    deed: { kind: "priority", priority: "high" },
    tickets: [{ ticketId, updatedAt: new Date(0).toISOString() }],
  }),
  "bulk.start": ({ number }) => ({
    deed: { kind: "priority", priority: "high" },
    filter: `number:${number}`,
  }),
  "bulk.undo": () => ({ actionId: aCommandId() }),
  "bulk.cancel": () => ({ actionId: aCommandId() }),
  "search.suggest": ({ number }) => ({ text: `door #${number}` }),
  "search.tickets": ({ number }) => ({ text: `jams #${number}` }),
  "search.values": () => ({ field: "tag", typed: "" }),
  "search.requests": () => ({ text: "jams" }),
};
