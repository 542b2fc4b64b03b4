import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainAddress, replyAddress, replyTarget, type Signer } from "./reply-address";

const signer =
  (secret: string): Signer =>
  (text) =>
    BigInt(`0x${createHash("sha256").update(secret).update(text).digest("hex")}`).toString(36);
const ours = signer("now");
const id = "01987654-3210-7abc-8def-0123456789ab";
const ticket = { kind: "ticket", id } as const;

test("an answer to a mail of ours says where it belongs, however its address is spelt", () => {
  const address = replyAddress("Help@X.example", ticket, ours);
  expect(address).toMatch(/^Help\+t[0-9a-z]{41}@X\.example$/);
  for (const spelt of [address, address.toLowerCase(), address.toUpperCase()])
    expect(replyTarget(spelt, [ours])).toEqual(ticket);
  expect(plainAddress(address)).toBe("help@x.example");
});

test("any ticket and side conversation is told apart and found again", () => {
  const target = fc.record({ kind: fc.constantFrom("ticket", "side"), id: fc.uuid() });
  fc.assert(
    fc.property(target, (one) => {
      expect(replyTarget(replyAddress("help@x.example", one, ours), [ours])).toEqual(one);
    }),
  );
});

test("the secret before the last change still opens what it signed; another one opens nothing", () => {
  const address = replyAddress("help@x.example", ticket, ours);
  expect(replyTarget(address, [signer("later"), ours])).toEqual(ticket);
  expect(replyTarget(address, [signer("later")])).toBeNull();
});

test("a token is for its own mailbox, ticket and kind", () => {
  const address = replyAddress("help@x.example", ticket, ours);
  const changed = [
    address.replace("help+", "sales+"),
    address.replace("@x.", "@y."),
    address.replace("+t", "+s"),
    address.replace(/\+t(.)/, (_, char) => `+t${char === "0" ? "1" : "0"}`),
    "help+t123@x.example",
    "help@x.example",
    "",
    "@",
  ];
  for (const one of changed) expect(replyTarget(one, [ours])).toBeNull();
});

test("a mailbox whose name leaves no room keeps its own address", () => {
  const long = `${"a".repeat(40)}@x.example`;
  expect(replyAddress(long, ticket, ours)).toBe(long);
});
