import { expect, test } from "vitest";
import { fieldRegistry, namesFrom, offersAt } from "@/modules/filters/client";
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

const offered = (marked: string, more: { value: string; label: string }[] = []) => {
  const cursor = marked.indexOf("|");
  return offersAt(marked.replace("|", ""), cursor, language, more).offers;
};

test("fields and values are offered where one types, as the whole text that they make", () => {
  expect(offered("late sta|")[0]).toMatchObject({ text: "late status:", cursor: 12 });
  expect(offered("s|")).toEqual([]);
  expect(offered("status:op| late")[0]?.text).toBe("status:Open late");
  expect(offered("status:open|")).toEqual([]);
  expect(offered("assignee:mi|")[0]?.text).toBe('assignee:"Mia Lund" ');
  expect(offered("tag:bil|", [{ value: "billing", label: "billing" }])[0]?.text).toBe(
    "tag:billing ",
  );
});
