import { expect, test } from "vitest";
import { firstName } from "./variables";

test("a first name is what somebody is called by", () => {
  expect(firstName("  Anna Kowalska")).toBe("Anna");
  expect(firstName("Cher")).toBe("Cher");
});
