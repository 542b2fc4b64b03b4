import { expect, test } from "vitest";
import { draftOf, readDraft, setWords } from "./figure-draft";

const edges = [50, 100, 300, 500, 5_000];

test("shares are typed in per cent and come back as they were", () => {
  const draft = draftOf("objectives", { "availability.objective": 0.9995 });
  expect(draft).toMatchObject({ "availability.objective": "99.95", "errorRate.objective": "99.9" });
  expect(readDraft("objectives", draft, edges)).toEqual({
    set: { "availability.objective": 0.9995 },
    faults: [],
  });
});

test("what is no number is a fault of its field, and a decimal comma is one", () => {
  const draft = {
    ...draftOf("indicators", {}),
    "errorRate.warningAbove": "0,7",
    "cpu.warningAbove": "x",
  };
  const { set, faults } = readDraft("indicators", draft, edges);
  expect(set).toMatchObject({ "errorRate.warningAbove": 0.7 });
  expect(faults).toEqual([{ key: "cpu.warningAbove", says: "Give a number above 0." }]);
});

test("a version reads as what differs in it", () => {
  expect(setWords("support", { "resolution.objective": 0.85 }, "en-GB")).toBe(
    "Resolution in time, kept promises: 85%",
  );
  expect(setWords("support", null, "en-GB")).toBe("All as founded");
});
