import { expect, test } from "vitest";
import { verdictOfServer } from "./named-results";

const about = {
  domain: "anna.example",
  isRelated: (domain: string) => /(^|\.)anna\.example$/.test(domain),
};
const found = (...lines: string[]) => verdictOfServer(lines, "mx.example", about);

test.each([
  ["mx.example; dmarc=pass (p=NONE) header.from=anna.example", "verified"],
  ["MX.example 1; spf=pass smtp.mailfrom=anna@mail.anna.example", "verified"],
  ['mx.example; dkim=pass (2048-bit key; a "note") header.i=@anna.example', "verified"],
  [
    "mx.example; dkim=fail header.d=list.example; dkim=pass header.d=anna.example; spf=none",
    "verified",
  ],
  ["mx.example; spf=pass smtp.mailfrom=evil.example; dmarc=none", "doubted"],
  ["mx.example; spf=pass smtp.mailfrom=a@evil.example (anna.example); dkim=none", "doubted"],
  ["mx.example; dmarc=pass header.from=evil.example; spf=none", "doubted"],
  [
    "mx.example; spf=pass smtp.mailfrom=anna.example; dmarc=fail header.from=anna.example",
    "doubted",
  ],
  ["mx.example; spf=fail smtp.mailfrom=anna.example; dmarc=temperror", "unsure"],
  ["mx.example; none", "unsure"],
  ["mx.example.evil.example; dmarc=pass header.from=anna.example", "unsure"],
])("what a server says: %s is %s", (line, expected) => {
  expect(found(line).found).toBe(expected);
});

test("only the line nearest the top counts: what stands below it came with the letter", () => {
  const forged = "mx.example; dmarc=pass header.from=anna.example";
  expect(found("mx.example; dmarc=fail header.from=anna.example", forged).found).toBe("doubted");
});

test.each([
  ["dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=anna.example", true],
  ["dmarc=fail action=oreject header.from=anna.example", true],
  ["dmarc=fail (p=NONE) header.from=anna.example", false],
])("whether the domain insists: %s", (words, insists) => {
  expect(found(`mx.example; ${words}`)).toMatchObject({ found: "doubted", insists });
});
