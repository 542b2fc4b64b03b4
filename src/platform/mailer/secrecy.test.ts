import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { decryptText, encryptText } from "./secrecy";

const link = "https://desk.example/reset-password?token=abc";

function withSecrets(secret: string, previous = "") {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("AUTH_SECRET_PREVIOUS", previous);
  forgetEnv();
}

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("a locked text comes back whole, and is never the same twice", () => {
  const locked = encryptText(link, "mail-1.text");
  expect(decryptText(locked, "mail-1.text")).toBe(link);
  expect(locked).not.toContain("token");
  expect(encryptText(link, "mail-1.text")).not.toBe(locked);
});

test("a text that was changed, or moved to another mail, opens for nobody", () => {
  const locked = encryptText(link, "mail-1.text");
  expect(() => decryptText(locked, "mail-2.text")).toThrow("cannot be read");
  const changed = `${locked.slice(0, -2)}${locked.endsWith("AA") ? "BB" : "AA"}`;
  expect(() => decryptText(changed, "mail-1.text")).toThrow("cannot be read");
  expect(() => decryptText("v1.", "mail-1.text")).toThrow("cannot be read");
});

test("a mail that waits survives one change of the secret, and not two", () => {
  withSecrets("the first secret, which is long enough for us");
  const locked = encryptText(link, "mail-1.text");
  withSecrets(
    "the second secret, which is long enough too.",
    "the first secret, which is long enough for us",
  );
  expect(decryptText(locked, "mail-1.text")).toBe(link);
  withSecrets(
    "the third secret, which is also long enough.",
    "the second secret, which is long enough too.",
  );
  expect(() => decryptText(locked, "mail-1.text")).toThrow("cannot be read");
});
