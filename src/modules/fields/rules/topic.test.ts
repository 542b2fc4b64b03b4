import { expect, test } from "vitest";
import { isAskedFor, topicName } from "./topic";

const topics = [
  { id: "repair", fieldKeys: ["serial", "bought_on"] },
  { id: "invoice", fieldKeys: ["order"] },
];
const asked = (topicId: string | null, known = topics) =>
  ["serial", "bought_on", "order", "phone"].filter((key) => isAskedFor(key, topicId, known));

test("a question about a topic has the topic's fields, and one about nothing of these the others", () => {
  expect(asked("repair")).toEqual(["serial", "bought_on"]);
  expect(asked(null)).toEqual(["phone"]);
  expect(asked("gone meanwhile")).toEqual(["phone"]);
});

test("without topics every field is asked", () => {
  expect(asked(null, [])).toEqual(["serial", "bought_on", "order", "phone"]);
});

test("a topic without a German name is called in English", () => {
  expect(topicName({ en: "Repair", de: "Reparatur" }, "de")).toBe("Reparatur");
  expect(topicName({ en: "Repair" }, "de")).toBe("Repair");
});
