import { expect, test } from "vitest";
import { moduleNames, modulesBelow } from "./house";

test("the ground stands on nothing but itself, in its order", () => {
  expect(modulesBelow("workspace")).toEqual([]);
  expect(modulesBelow("identity")).toEqual(["workspace"]);
  expect(modulesBelow("files")).toEqual(["workspace", "identity", "filters", "fields"]);
});

test("knowledge knows the ground alone, though it stands in the core", () => {
  expect(modulesBelow("knowledge")).toEqual([
    "workspace",
    "identity",
    "filters",
    "fields",
    "files",
  ]);
});

test("reactors know the core and never each other", () => {
  expect(modulesBelow("sla")).toContain("knowledge");
  expect(modulesBelow("analytics")).toEqual(modulesBelow("sla"));
});

test("readers may read everything below them", () => {
  expect(modulesBelow("capacity")).toEqual(moduleNames.filter((name) => name !== "capacity"));
});

test("nobody stands below somebody who stands below him", () => {
  for (const name of moduleNames) {
    for (const lower of modulesBelow(name)) expect(modulesBelow(lower)).not.toContain(name);
  }
});
