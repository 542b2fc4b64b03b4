import { expect, test } from "vitest";
import { controlName, fieldsOfForm, kindName } from "./form";

const aForm = (entries: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("a form gives each custom field as its kind has it, and what nobody touched as empty", () => {
  const form = aForm([
    [kindName, "text:order"],
    [controlName("order"), "FF-1"],
    [kindName, "number:weight"],
    [controlName("weight"), "2.5"],
    [kindName, "checkbox:urgent"],
    [kindName, "choices:parts"],
    [controlName("parts"), "lid"],
    [controlName("parts"), "door"],
    [kindName, "date:warranty"],
    [controlName("warranty"), ""],
  ]);
  expect(fieldsOfForm(form)).toEqual({
    order: "FF-1",
    weight: 2.5,
    urgent: false,
    parts: ["lid", "door"],
    warranty: null,
  });
});

test("a form without custom fields asks for none, and a strange kind is no field", () => {
  expect(fieldsOfForm(aForm([["subject", "x"]]))).toBeUndefined();
  expect(fieldsOfForm(aForm([[kindName, "magic:x"]]))).toBeUndefined();
  // What is no number is left to the server, which says so.
  const form = aForm([
    [kindName, "number:weight"],
    [controlName("weight"), "heavy"],
  ]);
  expect(fieldsOfForm(form)).toEqual({ weight: "heavy" });
});
