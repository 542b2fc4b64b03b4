import type pg from "pg";
import { newId } from "@/platform/ids";

const hour = 60;
const morningAndAfternoon = [
  ["08:00", "12:00"],
  ["12:30", "17:30"],
];
const always = [["00:00", "24:00"]];
const halfADay = [["08:00", "12:00"]];

/** The holidays of Saxony that fall on the same date every year. */
const holidays = ["01-01", "05-01", "10-03", "10-31", "12-25", "12-26"];

/** When Fjord & Fern works: the workshop in Leipzig has a lunch break, and Christmas Eve is short. */
function workingHours(year: number) {
  const years = [year, year + 1];
  return {
    timeZone: "Europe/Berlin",
    weekly: {
      mon: morningAndAfternoon,
      tue: morningAndAfternoon,
      wed: morningAndAfternoon,
      thu: morningAndAfternoon,
      fri: morningAndAfternoon,
    },
    holidays: years.flatMap((one) => holidays.map((day) => `${one}-${day}`)),
    exceptions: Object.fromEntries(
      years.flatMap((one) => ["12-24", "12-31"].map((day) => [`${one}-${day}`, halfADay])),
    ),
  };
}

const aroundTheClock = {
  timeZone: "Europe/Berlin",
  weekly: {
    mon: always,
    tue: always,
    wed: always,
    thu: always,
    fri: always,
    sat: always,
    sun: always,
  },
  holidays: [],
  exceptions: {},
};

const pauseOn = {
  firstResponse: ["pending"],
  nextResponse: ["pending", "on_hold"],
  resolution: ["pending", "on_hold"],
};

/** A greenhouse that freezes at night does not wait for the morning. */
const urgent = {
  where: {
    version: 1,
    where: { type: "is", field: "priority", values: ["urgent"] },
  },
  targets: {
    firstResponse: { urgent: 8 * hour },
    nextResponse: { urgent: 8 * hour },
    resolution: { urgent: 96 * hour },
  },
  pauseOn,
  riskShare: 0.25,
};

const replies = { low: 36 * hour, medium: 27 * hour, high: 18 * hour };
const everybody = {
  where: { version: 1, where: { type: "and", of: [] } },
  targets: {
    firstResponse: replies,
    nextResponse: replies,
    resolution: { low: 270 * hour, medium: 180 * hour, high: 120 * hour },
  },
  pauseOn,
  riskShare: 0.25,
};

/**
 * What Fjord & Fern promises, in the place of what every installation begins with. Only the causes
 * are written: the clocks, also of tickets that are over, the product reads itself.
 */
export async function insertPromises(client: pg.Client, at: Date, since: Date): Promise<void> {
  await client.query("update sla_policies set retired_at = $1", [at]);
  await client.query("update sla_calendars set retired_at = $1", [at]);
  await client.query("update sla_recomputes set ended_at = $1 where ended_at is null", [at]);
  const calendars = [
    { id: newId(), name: "Workshop hours", definition: workingHours(at.getUTCFullYear()) },
    { id: newId(), name: "Around the clock", definition: aroundTheClock },
  ] as const;
  const [office, night] = calendars;
  for (const { id, name, definition } of calendars)
    await client.query("insert into sla_calendars (id, name, definition) values ($1, $2, $3)", [
      id,
      name,
      definition,
    ]);
  const policies = [
    { name: "Urgent, day and night", calendarId: night.id, definition: urgent },
    { name: "Everybody", calendarId: office.id, definition: everybody },
  ];
  for (const [index, { name, calendarId, definition }] of policies.entries())
    await client.query(
      `insert into sla_policies (id, position, name, calendar_id, definition)
       values ($1, $2, $3, $4, $5)`,
      [newId(), index + 1, name, calendarId, definition],
    );
  await client.query(`
    insert into sla_calendar_versions (calendar_id, version, name, definition)
    select id, version, name, definition from sla_calendars on conflict do nothing`);
  await client.query(`
    insert into sla_policy_versions (policy_id, version, name, calendar_id, definition)
    select id, version, name, calendar_id, definition from sla_policies on conflict do nothing`);
  await client.query(
    "insert into sla_recomputes (id, reason, asked_since) values ($1, 'installed', $2)",
    [newId(), since],
  );
}
