import fc from "fast-check";
import { expect, test } from "vitest";
import { checkJsonDepth } from "./json-depth";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("JSON nested ten thousand deep is refused before anything parses it", () => {
  expect(() => checkJsonDepth(nested(10_000))).toThrow("malformed_request");
});

test("depth counts what is open at once, not how much there is", () => {
  expect(() => checkJsonDepth(`[${"[],".repeat(5_000)}[]]`)).not.toThrow();
});

test("brackets that people write in their words do not count", () => {
  expect(() => checkJsonDepth(JSON.stringify({ body: `\\"${"[{".repeat(500)}` }))).not.toThrow();
});

test("exactly as deep as allowed is allowed", () => {
  expect(() => checkJsonDepth(nested(32), 32)).not.toThrow();
  expect(() => checkJsonDepth(nested(33), 32)).toThrow("malformed_request");
});

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

test("the guard agrees with the depth of every JSON value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const deeper = depthOf(value) > 4;
      const check = () => checkJsonDepth(JSON.stringify(value), 4);
      if (deeper) expect(check).toThrow();
      else expect(check).not.toThrow();
    }),
  );
});

test("a zero byte is refused however short the text; one that is only talked about is not", () => {
  expect(() => checkJsonDepth(JSON.stringify(["a\u0000b"]))).toThrow("malformed_request");
  expect(() => checkJsonDepth(JSON.stringify({ "\u0000": 1 }))).toThrow("malformed_request");
  const talkedAbout = JSON.stringify(["write \\u0000 in JSON"]);
  expect(talkedAbout).toContain("u0000");
  expect(() => checkJsonDepth(talkedAbout)).not.toThrow();
});
