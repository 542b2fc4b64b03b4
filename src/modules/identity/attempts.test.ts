import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { testPassword, withPassword } from "@/testing/people";
import { signIn } from "./commands/sign-in";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  // Until the store answers, a process counts alone.
  await valkey("session").ping();
});
afterAll(() => services.close());

let count = 0;
/** Somebody whose address nobody has counted yet. */
const aCaller = () => {
  count += 1;
  return { address: `10.3.0.${count}` };
};
const anAddress = () => {
  count += 1;
  return `somebody${count}@example.com`;
};

test("too many wrong passwords for one account are stopped, and say truly for how long", async () => {
  const anna = await withPassword(await aPerson());
  const attempt = (password: string) => signIn(aCaller(), { email: anna.email, password });
  for (let tried = 0; tried < limits.signInAttemptsPerAccountMax; tried += 1)
    await expect(attempt("not the password")).rejects.toThrow("sign_in_failed");
  const refused = await attempt(testPassword).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "rate_limited" });
  expect(refused).toHaveProperty("detail.retryAfterMs", expect.any(Number));
  const ghost = anAddress();
  for (let tried = 0; tried < limits.signInAttemptsPerAccountMax; tried += 1)
    await expect(signIn(aCaller(), { email: ghost, password: "x" })).rejects.toThrow(
      "sign_in_failed",
    );
  await expect(signIn(aCaller(), { email: ghost, password: "x" })).rejects.toThrow("rate_limited");
});

test("who knows the password is not held to earlier mistakes", async () => {
  const anna = await withPassword(await aPerson());
  for (let round = 0; round < 2; round += 1) {
    for (let tried = 1; tried < limits.signInAttemptsPerAccountMax; tried += 1)
      await expect(signIn(aCaller(), { email: anna.email, password: "wrong one" })).rejects.toThrow(
        "sign_in_failed",
      );
    await signIn(aCaller(), { email: anna.email, password: testPassword });
  }
});

test("one address that tries many accounts is stopped, and nobody else", async () => {
  const caller = aCaller();
  const tries = Array.from({ length: limits.signInAttemptsPerAddressMax }, () =>
    signIn(caller, { email: anAddress(), password: "wrong" }).catch(() => undefined),
  );
  await Promise.all(tries);
  await expect(signIn(caller, { email: anAddress(), password: "wrong" })).rejects.toThrow(
    "rate_limited",
  );
  await expect(signIn(aCaller(), { email: anAddress(), password: "wrong" })).rejects.toThrow(
    "sign_in_failed",
  );
});
