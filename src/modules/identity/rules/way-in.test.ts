import fc from "fast-check";
import { expect, test } from "vitest";
import { samePath, wayIn } from "./way-in";

const base = "https://desk.example";

test("after signing in people land where they work", () => {
  expect(wayIn("agent", null)).toBe("/tickets");
  expect(wayIn("customer", undefined)).toBe("/portal");
  expect(wayIn("admin", "")).toBe("/admin");
});

test("somebody who followed a link lands on it", () => {
  expect(wayIn("agent", "/tickets/10421?view=mine#last")).toBe("/tickets/10421?view=mine#last");
});

test("a customer with an agent's link lands in the portal, not on a page that is not theirs", () => {
  expect(wayIn("customer", "/tickets/10421")).toBe("/portal");
  expect(wayIn("agent", "/admin/people")).toBe("/tickets");
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "tickets",
])("a link cannot send people away after signing in: %s", (to) => {
  const path = samePath(to);
  if (path !== null) expect(new URL(path, base).origin).toBe(base);
  expect(new URL(wayIn("admin", to), base).origin).toBe(base);
});

test("whatever a link says, people stay on this site", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "evil.example",
    "%2f",
    "\t",
    "\n",
    "@",
    ":",
    "http:",
  );
  fc.assert(
    fc.property(fc.array(piece), fc.webPath(), (pieces, tail) => {
      const path = wayIn("agent", `/${pieces.join("")}${tail}`);
      expect(new URL(path, base).origin).toBe(base);
    }),
  );
});
