import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as inWords } from "./describe";
import { noNames } from "./names";
import { parse } from "./parse";
import { sampleFields, sampleNames } from "./sample-fields";
import { anyExpression } from "./samples";
import { idsIn, namesForIds } from "./uses";

const options = { fields: sampleFields, names: sampleNames };
const words = (text: string) => inWords(parse(text, options).expression, options);

test.each([
  [
    "status:open,pending assignee:me tag:billing created:<3d",
    "Open or pending, assigned to me, tagged billing, created in the last 3 days",
  ],
  ["-assignee:jose", "Not assigned to José Marín"],
  ["assignee:none", "Unassigned"],
  ["assignee:me,none", "Assigned to me, or unassigned"],
  ["status:open (priority:high OR tag:vip)", "Open, high priority or tagged vip"],
  ["created:>3d", "Created more than 3 days ago"],
  ["created:<1d", "Created in the last day"],
  ["due:<2h", "Due in less than 2 hours"],
  ["due:<now", "Due before now"],
  ["created:today", "Created today"],
  ["created:last-week", "Created last week"],
  ["created:2026-01-05", "Created on 5 Jan 2026"],
  ["created:>=2026-01", "Created since Jan 2026"],
  ["created:2026-01-01..2026-02-01", "Created from 1 Jan 2026 to 1 Feb 2026"],
  ["spent:>1h30m", "Time spent over 1 h 30 min"],
  ["score:2..4", "Score from 2 to 4"],
  ["has:attachment", "With attachment"],
  ["-tag:spam refund", "Not tagged spam, containing “refund”"],
  ["tag:a,b,c,d,e,f,g", "Tagged a, b, c, d, e or 2 others"],
  ["-(status:open tag:a)", "Not (open and tagged a)"],
  ["", "Everything"],
])("%s is said in words", (text, sentence) => {
  expect(words(text)).toBe(sentence);
});

test("an id that nobody knows is a person who left, or a team that is gone", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const gone = { fields: sampleFields, names: noNames };
  const said = (text: string) => inWords(parse(text, gone).expression, gone);
  expect(said(`assignee:${id}`)).toBe("Assigned to a person who left");
  expect(said(`-team:${id} tag:vip`)).toBe("Not team a team that is gone, tagged vip");
  const { expression } = parse(`assignee:${id} status:open`, gone);
  expect(idsIn(expression, sampleFields)).toEqual([id]);
  const names = namesForIds([{ id, name: "Mia Lund" }], sampleFields);
  expect(inWords(expression, { fields: sampleFields, names })).toBe("Assigned to Mia Lund, open");
});

test("there are words for every filter", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      expect(inWords(expression, options)).not.toMatch(/undefined|NaN|^$/);
    }),
  );
});
