/**
 * What people do, as k6 and `npm run load` both run it: a visit asks, gets its answer and goes on.
 * Nothing here may import more than k6 could load.
 */
export type Ask = {
  operation: string;
  method: "GET" | "POST";
  path: string;
  body: string | null;
  /** Of a change: by this the ledger finds it again. */
  commandId: string | null;
};
export type Answer = { status: number; data: unknown };
export type Visit = Generator<Ask, void, Answer>;
export type Tools = { random: () => number; newId: () => string };
export type Journey = {
  audience: "agent" | "customer";
  share: number;
  visit: (tools: Tools) => Visit;
};

const query = (operation: string, input?: unknown): Ask => ({
  operation,
  method: "GET",
  path: `/api/trpc/${operation}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`,
  body: null,
  commandId: null,
});

const mutation = (operation: string, commandId: string, input: object): Ask => ({
  operation,
  method: "POST",
  path: `/api/trpc/${operation}?batch=1`,
  body: JSON.stringify({ 0: { commandId, ...input } }),
  commandId,
});

type Row = { number: number; ticketId: string };

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object(value)[name] : undefined;
}

const rowOf = (value: unknown): Row => ({
  number: Number(field(value, "number")),
  ticketId: String(field(value, "id") ?? field(value, "ticketId") ?? ""),
});

function rowsOf({ data }: Answer): Row[] {
  const rows = field(data, "rows");
  return Array.isArray(rows) ? rows.map(rowOf) : [];
}

const oneOf = (rows: readonly Row[], random: () => number) =>
  rows[Math.floor(random() * rows.length)];

const words = "The reading stays away since the last update. We tried a restart and a new battery.";

/** Looks at the queue, opens a ticket, and answers it in three of ten cases. */
function* agentVisit({ random, newId }: Tools): Visit {
  const listed = yield query("tickets.list", { filter: "status:open", sort: "updated" });
  const chosen = oneOf(rowsOf(listed), random);
  if (random() < 0.5) yield query("views.counts");
  if (chosen === undefined) return;
  const opened = yield query("tickets.get", { number: chosen.number });
  if (random() >= 0.3) return;
  const { ticketId } = rowOf(field(opened.data, "row"));
  if (ticketId === "") return;
  const input = { ticketId, body: `Thank you for writing. ${words}`, kind: "reply" };
  yield mutation("tickets.reply", newId(), input);
  yield query("tickets.get", { number: chosen.number });
}

/** Looks at the own requests; half of them ask something new, the others read one and may answer. */
function* customerVisit({ random, newId }: Tools): Visit {
  const listed = yield query("requests.list", {});
  if (random() < 0.5) {
    const input = { subject: `Sensor ${Math.floor(random() * 10_000)}`, body: words };
    const asked = yield mutation("tickets.create", newId(), input);
    if (asked.status !== 200) return;
    yield query("requests.list", {});
    yield query("requests.get", { number: rowOf(asked.data).number });
    return;
  }
  const chosen = oneOf(rowsOf(listed), random);
  if (chosen === undefined) return;
  const opened = yield query("requests.get", { number: chosen.number });
  const { ticketId } = rowOf(field(opened.data, "row"));
  if (ticketId === "" || random() >= 0.3) return;
  yield mutation("tickets.reply", newId(), { ticketId, body: words });
  yield query("requests.get", { number: chosen.number });
}

const journeys: readonly Journey[] = [
  { audience: "agent", share: 0.6, visit: agentVisit },
  { audience: "customer", share: 0.4, visit: customerVisit },
];

/** Of a number from 0 to 1: who comes. */
export function journeyAt(share: number): Journey {
  const [agents, customers] = journeys;
  if (agents === undefined || customers === undefined) throw new Error("two kinds of people come");
  return share < agents.share ? agents : customers;
}

/** What tRPC answers to a call alone in its batch. */
export function dataIn(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    const first = Array.isArray(parsed) ? parsed[0] : parsed;
    return field(field(first, "result"), "data");
  } catch {
    return undefined;
  }
}
