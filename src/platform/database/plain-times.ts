import pg from "pg";

/** As PostgreSQL writes a time of ours: in UTC, without the zeros at its end. */
const utcTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** PostgreSQL's text for a time as JSON has it, in milliseconds, without a Date on the way. */
export function isoOf(text: string): string {
  const [, day, time, fraction = ""] = utcTime.exec(text) ?? [];
  if (day === undefined || time === undefined) return new Date(text).toISOString();
  return `${day}T${time}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
}

/** For rows that go straight into an answer: making Dates only to print them costs more than the rest. */
export const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.TIMESTAMPTZ
      ? isoOf
      : pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text"),
};
