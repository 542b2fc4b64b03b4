import { expect, test } from "vitest";
import type { Role } from "@/platform/auth/actor";
import { permissions, roleMay } from "./permissions";

test("an admin may all that an agent may, and an agent all that a customer may", () => {
  const allowed = (role: Role) =>
    Object.entries(permissions).flatMap(([name, who]) =>
      new Set<Role>(who).has(role) ? [name] : [],
    );
  expect(allowed("agent")).toEqual(expect.arrayContaining(allowed("customer")));
  expect(allowed("admin")).toEqual(expect.arrayContaining(allowed("agent")));
});

test("no customer and no agent decides who may come in", () => {
  for (const role of ["customer", "agent"] as const) {
    expect(roleMay(role, "people.suspend")).toBe(false);
    expect(roleMay(role, "people.changeRole")).toBe(false);
  }
  expect(roleMay("admin", "people.suspend")).toBe(true);
});
