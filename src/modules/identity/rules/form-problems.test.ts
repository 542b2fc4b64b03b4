import { expect, test } from "vitest";
import { sayIn } from "@/platform/i18n";
import { signUpSchema } from "../schema";
import { problemOf, waitOf } from "./form-problems";

const wrongs = [
  { name: " ", email: "anna@example.com", password: "long enough to be one" },
  { name: "x".repeat(500), email: "anna@example.com", password: "long enough to be one" },
  { name: "Anna", email: "anna", password: "long enough to be one" },
  { name: "Anna", email: `${"a".repeat(300)}@example.com`, password: "long enough to be one" },
  { name: "Anna", email: "anna@example.com", password: "short" },
  { name: "Anna", email: "anna@example.com", password: "x".repeat(2_000) },
];

test("what a form says in English is what the schema says, so that no language says something else", () => {
  const say = sayIn("en", "doors");
  for (const wrong of wrongs) {
    const issue = signUpSchema.safeParse(wrong).error?.issues[0];
    if (issue === undefined) throw new Error("This form is right.");
    const sizes = {
      minimum: "minimum" in issue && typeof issue.minimum === "number" ? issue.minimum : undefined,
      maximum: "maximum" in issue && typeof issue.maximum === "number" ? issue.maximum : undefined,
    };
    const problem = problemOf(String(issue.path[0]), { ...sizes, code: issue.code, message: "" });
    const said = "key" in problem ? say(problem.key, problem.values) : problem.message;
    expect(said).toBe(issue.message);
  }
});

test("a wait is rounded up, in seconds and then in minutes", () => {
  expect(waitOf(1)).toEqual({ key: "seconds", count: 1 });
  expect(waitOf(59_001)).toEqual({ key: "minutes", count: 1 });
  expect(waitOf(61_000)).toEqual({ key: "minutes", count: 2 });
});
