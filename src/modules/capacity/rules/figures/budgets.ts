import { asFounded, type FigureSet } from "./set";

/** The founding performance budgets: what an operation may take at the 95th and 99th percentile. */
export interface Budget {
  readonly msP95: number;
  readonly msP99: number;
}

export const budgets = {
  api: {
    listTickets: { msP95: 200, msP99: 500 },
    getTicket: { msP95: 100, msP99: 200 },
    createTicket: { msP95: 300, msP99: 500 },
    searchKB: { msP95: 150, msP99: 300 },
  },
  websocket: {
    messageDelivery: { msP95: 50, msP99: 100 },
    roomJoin: { msP95: 100, msP99: 200 },
  },
  worker: {
    slaCheck: { msP95: 1_000, msP99: 3_000 },
    notification: { msP95: 2_000, msP99: 5_000 },
  },
} as const satisfies Record<string, Record<string, Budget>>;

/** An operation's budget with the numbers that count. */
export const budgetWith = (
  name: string,
  { msP95, msP99 }: Budget,
  set: FigureSet = asFounded,
): Budget => ({
  msP95: set[`${name}.msP95`] ?? msP95,
  msP99: set[`${name}.msP99`] ?? msP99,
});
