import { expect, test } from "vitest";
import { fillVariables, variableLabels, variableValues } from "./variables";

const ticket = {
  number: 10_421,
  subject: "The vent jams",
  requester: { name: "Anna Kowalska" },
  organization: null,
};
const values = variableValues(ticket, { name: "Mia Lund" });

test("a text names the customer, the ticket and who writes", () => {
  const text = "Hello {{requester.firstName}}, about {{ ticket.number }}: {{agent.name}}";
  expect(fillVariables(text, values)).toEqual({
    text: "Hello Anna, about #10421: Mia Lund",
    missing: [],
  });
});

test("what has no value, or no meaning, is said and stays as it is written", () => {
  const text = "{{organization.name}} {{toString}} {{requester.age}}";
  expect(fillVariables(text, values)).toEqual({
    text,
    missing: ["organization.name", "toString", "requester.age"],
  });
});

test("every variable has words for people", () => {
  expect(Object.keys(variableLabels).sort()).toEqual(Object.keys(values).sort());
});
