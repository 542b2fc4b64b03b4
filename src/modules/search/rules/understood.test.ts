import { expect, test } from "vitest";
import { fieldRegistry, namesFrom } from "@/modules/filters/client";
import { ticketFields } from "@/modules/tickets/client";
import { understand, without } from "./understood";

const language = {
  fields: fieldRegistry(ticketFields),
  names: namesFrom({ assignee: { partial: [{ value: "mia-id", label: "Mia Lund" }] } }),
};

test("fields are chips in words, words are none, and a wrong field has a guess", () => {
  const text = 'refund status:open -tag:vip "as it is" asignee:me';
  const { parts, problems } = understand(text, language);
  expect(
    parts.filter(({ isField }) => isField).map(({ start, end }) => text.slice(start, end)),
  ).toEqual(["status:open", "-tag:vip"]);
  expect(parts.find(({ isField }) => isField)?.says).toBe("Open");
  expect(problems).toMatchObject([{ code: "unknown_field", suggestion: "assignee" }]);
});

test("a part is dropped with the blanks around it", () => {
  expect(without("refund status:open late", { start: 7, end: 18 })).toBe("refund late");
  expect(without("status:open", { start: 0, end: 11 })).toBe("");
});
