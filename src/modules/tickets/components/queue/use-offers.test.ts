import { expect, test } from "vitest";
import { fieldRegistry, namesFrom } from "@/modules/filters/client";
import { offersAt } from "@/modules/filters/components/offers";
import { ticketFields } from "../../rules/fields";

const language = {
  fields: fieldRegistry(ticketFields),
  names: namesFrom({ assignee: { partial: [{ value: "mia-id", label: "Mia Lund" }] } }),
};

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
  const told = [
    { value: "Mia Lund", label: "Mia Lund <mia@desk.example>" },
    { value: "Mila Berg", label: "Mila Berg <mila@desk.example>" },
  ];
  // Whom the browser knows is offered once; whom it does not know, too.
  expect(offered("assignee:mi|", told).map(({ text }) => text)).toEqual([
    'assignee:"Mia Lund" ',
    'assignee:"Mila Berg" ',
  ]);
  expect(offered("tag:bil|", [{ value: "billing", label: "billing" }])[0]?.text).toBe(
    "tag:billing ",
  );
});
