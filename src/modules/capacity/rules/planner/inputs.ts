import { type Load, type Tier, tiers } from "../figures/tiers";

interface Field {
  readonly label: string;
  readonly hint: string;
  readonly group: "load" | "people" | "costs";
  /** What an untouched field holds; an empty one leaves the question out. */
  readonly initial: string;
  readonly optional?: boolean;
  readonly above?: number;
  readonly max?: number;
}

const dollars = "Dollars; empty takes the founding table's figure";

/** Everything a plan asks for, in the order of the page; the names are those of its address. */
export const planFields = {
  users: { label: "Monthly active users", hint: "People", group: "load", initial: "1000" },
  tickets: { label: "Tickets a day", hint: "Tickets", group: "load", initial: "100" },
  connections: { label: "Connections", hint: "Open at once", group: "load", initial: "100" },
  requests: { label: "Requests a minute", hint: "To the API", group: "load", initial: "500" },
  growth: {
    label: "Growth a month",
    hint: "Per cent; empty plans for no growth",
    group: "load",
    initial: "",
    optional: true,
    max: 1_000,
  },
  kilobytes: {
    label: "Storage a ticket",
    hint: "Kilobytes; the founding table has no figure",
    group: "load",
    initial: "",
    optional: true,
  },
  share: {
    label: "Answered in time",
    hint: "Per cent",
    group: "people",
    initial: "80",
    max: 99.99,
  },
  within: { label: "In time means within", hint: "Minutes", group: "people", initial: "60" },
  handle: { label: "Handling time", hint: "Minutes", group: "people", initial: "10", above: 0 },
  patience: { label: "Patience", hint: "Minutes", group: "people", initial: "240", above: 0 },
  compute: {
    label: "A CPU of a server",
    hint: dollars,
    group: "costs",
    initial: "",
    optional: true,
  },
  database: {
    label: "A CPU of the database",
    hint: dollars,
    group: "costs",
    initial: "",
    optional: true,
  },
  cache: { label: "A CPU of Valkey", hint: dollars, group: "costs", initial: "", optional: true },
  storage: { label: "Storage", hint: dollars, group: "costs", initial: "", optional: true },
} as const satisfies Record<string, Field>;

export type PlanField = keyof typeof planFields;
const isPlanField = (name: string): name is PlanField => name in planFields;
export const planFieldNames = Object.keys(planFields).filter(isPlanField);

/**
 * What a plan's address holds; `on` is the day its load was measured or foretold, which `from` says,
 * `hours` the day's course.
 */
export type PlanTexts = Readonly<Record<PlanField, string>> & {
  readonly on: string;
  readonly from: string;
  readonly hours: string;
};

export interface PlanInputs {
  readonly load: Load;
  readonly growthPercent: number | null;
  readonly kilobytesPerTicket: number | null;
  readonly target: { readonly share: number; readonly withinSeconds: number };
  readonly handleSeconds: number;
  readonly patienceSeconds: number;
  readonly unitCosts: Readonly<Record<"compute" | "database" | "cache" | "storage", number | null>>;
  /** The day that the load was measured or foretold; null for figures that somebody wrote. */
  readonly measuredOn: string | null;
  readonly isForecast: boolean;
  /** The share of a day's tickets that comes in each hour; null spreads them evenly. */
  readonly hourShares: readonly number[] | null;
}

export type InputError = {
  readonly field: PlanField | "hours";
  readonly label: string;
  readonly message: string;
};

export function readTexts(read: (name: string) => string | null): PlanTexts {
  const text = (name: PlanField) => read(name) ?? planFields[name].initial;
  const fields = Object.fromEntries(planFieldNames.map((name) => [name, text(name)]));
  const named = (name: string) => read(name) ?? "";
  const [on, from, hours] = [named("on"), named("from"), named("hours")];
  return { ...initialTexts, on, from, hours, ...fields };
}

const initialTexts: Readonly<Record<PlanField, string>> = {
  users: planFields.users.initial,
  tickets: planFields.tickets.initial,
  connections: planFields.connections.initial,
  requests: planFields.requests.initial,
  growth: planFields.growth.initial,
  kilobytes: planFields.kilobytes.initial,
  share: planFields.share.initial,
  within: planFields.within.initial,
  handle: planFields.handle.initial,
  patience: planFields.patience.initial,
  compute: planFields.compute.initial,
  database: planFields.database.initial,
  cache: planFields.cache.initial,
  storage: planFields.storage.initial,
};

/** The address of a plan, without what is as it was at first. */
export function addressOf(texts: PlanTexts): string {
  const address = new URLSearchParams();
  for (const name of planFieldNames)
    if (texts[name] !== planFields[name].initial) address.set(name, texts[name]);
  if (texts.on !== "") address.set("on", texts.on);
  if (texts.from !== "") address.set("from", texts.from);
  if (texts.hours !== "") address.set("hours", texts.hours);
  return address.toString();
}

/** A founding tier's row as the inputs of a plan; what else was asked stays. */
export function presetOf(tier: Tier["tier"], texts: PlanTexts): PlanTexts {
  const carries = (tiers.find((each) => each.tier === tier) ?? tiers[0]).carries;
  return {
    ...texts,
    users: String(carries.monthlyActiveUsers),
    tickets: String(carries.ticketsPerDay),
    connections: String(carries.connections),
    requests: String(carries.requestsPerMinute),
    on: "",
    from: "",
    hours: "",
  };
}

function wrongWith(name: PlanField, text: string): string | null {
  const field: Field = planFields[name];
  if (text.trim() === "") return field.optional === true ? null : "Give a number.";
  const value = Number(text);
  if (!Number.isFinite(value)) return `“${text}” is not a number: write it as 1500 or 1.5.`;
  if (value < 0) return "It must not be below 0.";
  if (field.above !== undefined && value <= field.above) return `It must be above ${field.above}.`;
  if (field.max !== undefined && value > field.max) return `It must not be above ${field.max}.`;
  return null;
}

const hoursOfDay = 24;

function sharesOf(text: string): number[] | null {
  const counts = text.split(",").map(Number);
  const sum = counts.reduce((all, each) => all + each, 0);
  const usable = counts.length === hoursOfDay && counts.every((each) => each >= 0);
  return usable && Number.isFinite(sum) && sum > 0 ? counts.map((each) => each / sum) : null;
}

/** A plan's inputs, or everything that is wrong with them. */
export function inputsOf(
  texts: PlanTexts,
): { inputs: PlanInputs; errors: null } | { inputs: null; errors: readonly InputError[] } {
  const errors: InputError[] = planFieldNames.flatMap((field) => {
    const message = wrongWith(field, texts[field]);
    return message === null ? [] : [{ field, label: planFields[field].label, message }];
  });
  const hourShares = texts.hours === "" ? null : sharesOf(texts.hours);
  if (texts.hours !== "" && hourShares === null)
    errors.push({
      field: "hours",
      label: "Course of the day",
      message: "It must be 24 numbers, one an hour: take today's figures again.",
    });
  if (errors.length > 0) return { inputs: null, errors };
  const number = (name: PlanField) => Number(texts[name]);
  const maybe = (name: PlanField) => (texts[name].trim() === "" ? null : number(name));
  const inputs: PlanInputs = {
    load: {
      monthlyActiveUsers: number("users"),
      ticketsPerDay: number("tickets"),
      connections: number("connections"),
      requestsPerMinute: number("requests"),
    },
    growthPercent: maybe("growth"),
    kilobytesPerTicket: maybe("kilobytes"),
    target: { share: number("share") / 100, withinSeconds: number("within") * 60 },
    handleSeconds: number("handle") * 60,
    patienceSeconds: number("patience") * 60,
    unitCosts: {
      compute: maybe("compute"),
      database: maybe("database"),
      cache: maybe("cache"),
      storage: maybe("storage"),
    },
    measuredOn: texts.on === "" ? null : texts.on,
    isForecast: texts.from === "forecast",
    hourShares,
  };
  return { inputs, errors: null };
}
