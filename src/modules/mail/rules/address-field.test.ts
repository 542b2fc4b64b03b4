import { expect, test } from "vitest";
import { plainAddressField, withoutRemarks } from "./address-field";

// The oddities of RFC 5322, appendix A.5 and A.6, and what they mean.
test.each([
  ["John Doe <jdoe@machine(comment).  example>", "John Doe <jdoe@machine.example>"],
  [
    "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
    "Mary Smith <@node.test:mary@example.net>, , jdoe@test.example",
  ],
  [
    "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>",
    "Pete(A nice \\) chap) <pete@silly.test>",
  ],
  [
    "Jane <jane@x.test> (my dear friend); (the end of the group)",
    "Jane <jane@x.test> (my dear friend);",
  ],
  [
    "(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;",
    "(Empty list)(start)Hidden recipients  :;",
  ],
  ["pete(his account)@silly.test(his host)", "pete@silly.test (his host)"],
  ['<"john  doe" @ x . test>', '<"john  doe"@x.test>'],
])("%s is read plainly", (written, plain) => {
  expect(plainAddressField(written).trim()).toBe(plain);
});

test.each([
  "Joe Q. Public <john.q.public@example.com>",
  "=?utf-8?Q?M=C3=BCller_(ACME)?= <a@b.example>",
  "Müller (ACME, Köln) <a@b.example>, b@c.example",
  '"Smith, J. (Jr.)" <s@x.example>',
  "one@x.example (Anna)",
  "tim@x.example concierge. @y.example z",
  "half (open <a@b.example>",
  'half "open <a@b.example>',
  "half <open @b.example",
  "undisclosed-recipients:;",
])("%s stays as it is written", (written) => {
  expect(plainAddressField(written).trim()).toBe(written);
});

test("whatever a megabyte holds, it is read in one walk", () => {
  for (const part of ["(", "<", '"', "\\", "a@b .", "(a) <b@c> ", "(((a)))@ .,"]) {
    const field = part.repeat(250_000 / part.length);
    expect(plainAddressField(field).length).toBeLessThanOrEqual(field.length * 2);
    expect(withoutRemarks(field).length).toBeLessThanOrEqual(field.length);
  }
});
