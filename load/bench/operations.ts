import type { Request } from "autocannon";
import { newId } from "@/platform/ids";
import { type Captured, captureCreate, captureQuery } from "./capture";
import type { Plan } from "./floor/plan";
import type { People } from "./people";
import { ensureViews } from "./views";

export type Operation = {
  name: string;
  /** As the founding document calls it. */
  title: string;
  cookie: string;
  requests: Request[];
  plan: Plan;
};

const prefix = "/api/trpc";
const json = { "content-type": "application/json" };

const get = (name: string, input?: unknown): Request => ({
  method: "GET",
  path: `${prefix}/${name}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`,
});

const question = {
  subject: "The reading of sensor 4711 stays away since the last update",
  body: "Hello,\n\nthe sensor on the *third floor* has stopped sending its reading.\n\n- we tried a restart\n- we tried a **new battery**\n\nCould you please look before Friday?",
};

/** Bodies are made while the load runs: every request is a new intent. */
const create: Request = {
  method: "POST",
  path: `${prefix}/tickets.create?batch=1`,
  headers: json,
  setupRequest: (request) => ({
    ...request,
    body: JSON.stringify({ 0: { commandId: newId(), ...question } }),
  }),
};

const list = { filter: "status:open", sort: "updated" } as const;

/** What is measured: who asks what, and what the floor does for it. */
export async function operationsFor(
  people: People,
  numbers: readonly number[],
): Promise<Operation[]> {
  const { agent, customer } = people;
  await ensureViews(agent.actor);
  const number = numbers[0] ?? 0;
  const make = async (
    name: string,
    title: string,
    cookie: string,
    requests: Request[],
    captured: Promise<Captured>,
  ): Promise<Operation> => ({
    name,
    title,
    cookie,
    requests,
    plan: { operation: name, ...(await captured) },
  });
  return [
    await make(
      "tickets.list",
      "listTickets",
      agent.cookie,
      [get("tickets.list", list)],
      captureQuery(agent, (caller) => caller.tickets.list(list)),
    ),
    await make(
      "tickets.get",
      "getTicket",
      agent.cookie,
      numbers.map((each) => get("tickets.get", { number: each })),
      captureQuery(agent, (caller) => caller.tickets.get({ number }), number),
    ),
    await make(
      "tickets.create",
      "createTicket",
      customer.cookie,
      [create],
      captureCreate(customer, (caller) =>
        caller.tickets.create({ commandId: newId(), ...question }),
      ),
    ),
    await make(
      "views.counts",
      "view counts",
      agent.cookie,
      [get("views.counts")],
      captureQuery(agent, (caller) => caller.views.counts()),
    ),
  ];
}

/** The subject by which what a run wrote is found again and taken away. */
export const benchSubject = question.subject;
