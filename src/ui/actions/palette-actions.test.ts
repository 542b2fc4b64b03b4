import { expect, test } from "vitest";
import { type ActionInput, completeAction } from "./action";
import type { Scope } from "./keymap";
import { askedActions, listedActions, nearest } from "./palette-actions";

const offer = (input: Partial<ActionInput> & { id: string }, region: Scope | null = null) =>
  completeAction({ run: () => undefined, ...input }, region);

test("what can be taken back stands on top", () => {
  const actions = [
    offer({ id: "ticket.assign" }),
    offer({ id: "undo", label: "Undo: resolve #10421" }),
  ];
  expect(listedActions(actions, "").map((action) => action.id)[0]).toBe("undo");
});

test("an action that cannot be done stays in the list", () => {
  const actions = [offer({ id: "ticket.merge", disabledReason: "Only leads may merge" })];
  expect(listedActions(actions, "merge")).toHaveLength(1);
});

test("of an action that list and ticket offer, the nearer one is listed once", () => {
  const both = [offer({ id: "item.done" }, "list"), offer({ id: "item.done" }, "ticket")];
  expect(nearest(both, ["list", "ticket"]).map((action) => action.scopes)).toEqual([["list"]]);
  expect(nearest(both, ["ticket", "list"]).map((action) => action.scopes)).toEqual([["ticket"]]);
});

test("“snooze fri 9” asks snooze for “fri 9”", () => {
  const snooze = offer({
    id: "item.snooze",
    argument: { hint: "a day and a time", choices: () => [] },
  });
  expect(askedActions([snooze], "snooze fri 9").map(({ words }) => words)).toEqual(["fri 9"]);
  expect(askedActions([snooze], "assign mia")).toEqual([]);
});
