import { expect, test } from "vitest";
import { foundingPolicy } from "../../rules/scaling/subjects";
import { draftOf, policyOf } from "./policy-draft";

const web = foundingPolicy("web");
const draft = draftOf(web);

test("a draft nobody touched is the policy that it came from", () => {
  expect(policyOf(draft, "cpu")).toEqual({ policy: web, errors: null });
});

test("each contradiction is said at its field", () => {
  const errorsOf = (part: Partial<typeof draft>) => policyOf({ ...draft, ...part }, "cpu").errors;
  expect(errorsOf({ min: "11" })).toEqual({ max: "max must not be below min." });
  expect(Object.keys(errorsOf({ below: "71" }) ?? {})).toEqual(["below"]);
  expect(errorsOf({ above: "NaN", upFor: "" })).toEqual({
    above: "Give a number.",
    upFor: "Give a number.",
  });
  expect(Object.keys(errorsOf({ min: "1.5" }) ?? {})).toEqual(["min"]);
});
