import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readSession, serializeCookie } from "@/platform/auth";
import { monotonicMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { mailboxMail } from "@/platform/mailer";
import { forgetShared } from "@/platform/process/shared";
import { closeValkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf, testPassword, withPassword } from "@/testing/people";
import { requestReset, resetPassword } from "./commands/reset-password";
import { signIn } from "./commands/sign-in";
import { signUp } from "./commands/sign-up";
import { verifyEmail } from "./commands/verify-email";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

let callers = 0;
/** Somebody whose address nobody has counted yet. */
const aCaller = () => {
  callers += 1;
  return { address: `10.0.0.${callers}` };
};
const anAddress = () => {
  callers += 1;
  return `somebody${callers}@example.com`;
};
const cookieOf = (cookie: Parameters<typeof serializeCookie>[0]) =>
  serializeCookie(cookie).split(";")[0] ?? "";

async function mailsTo(email: string) {
  return db.write.rows<{ id: string; kind: string }>(sql`
    select id, kind from outgoing_mails where recipient = ${email} order by created_at, id`);
}

/** The token in the link of the newest mail to an address. */
async function linkIn(email: string): Promise<string> {
  const mail = await mailboxMail((await mailsTo(email)).at(-1)?.id ?? "");
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

async function roleOf(email: string) {
  const rows = await db.write.rows<{ role: string }>(
    sql`select role from users where email = ${email}`,
  );
  return rows[0]?.role;
}

test("a customer signs up, confirms the address by mail and signs in", async () => {
  const email = anAddress();
  await signUp(aCaller(), { name: "Anna", email, password: testPassword });
  await expect(signIn(aCaller(), { email, password: testPassword })).rejects.toThrow(
    "email_unverified",
  );
  await verifyEmail(aCaller(), { token: await linkIn(email) });
  const { user, cookie } = await signIn(aCaller(), { email, password: testPassword });
  expect(user).toMatchObject({ name: "Anna", email, role: "customer" });
  expect(await readSession(cookieOf(cookie))).toMatchObject({ id: user.id, audience: "customer" });
});

test("nobody chooses a role by signing up", async () => {
  const email = anAddress();
  const given = { name: "Eve", email, password: testPassword, role: "admin", suspendedAt: null };
  await signUp(aCaller(), given);
  expect(await roleOf(email)).toBe("customer");
});

test("a link that confirms an address works once", async () => {
  const email = anAddress();
  await signUp(aCaller(), { name: "Anna", email, password: testPassword });
  const token = await linkIn(email);
  await verifyEmail(aCaller(), { token });
  await expect(verifyEmail(aCaller(), { token })).rejects.toThrow("link_expired");
  await expect(verifyEmail(aCaller(), { token: "x".repeat(32) })).rejects.toThrow("link_expired");
});

test("signing up with an address that has an account changes nothing and tells its owner alone", async () => {
  const owner = await withPassword(await aPerson());
  const fresh = anAddress();
  const answers = [
    await signUp(aCaller(), { name: "Eve", email: owner.email, password: "another password" }),
    await signUp(aCaller(), { name: "Eve", email: fresh, password: "another password" }),
  ];
  expect(answers).toEqual([undefined, undefined]);
  expect((await mailsTo(owner.email)).map((mail) => mail.kind)).toEqual(["registered"]);
  await expect(
    signIn(aCaller(), { email: owner.email, password: "another password" }),
  ).rejects.toThrow("sign_in_failed");
  await signIn(aCaller(), { email: owner.email, password: testPassword });
});

test("two who sign up with one address at the same moment get one account and the same answer", async () => {
  const email = anAddress();
  const given = { name: "Anna", email, password: testPassword };
  await Promise.all([signUp(aCaller(), given), signUp(aCaller(), given)]);
  const accounts = await db.write.rows(sql`
    select accounts.id from accounts join users on users.id = user_id where email = ${email}`);
  expect(accounts).toHaveLength(1);
});

test("asking for a new password never tells whether the address has an account", async () => {
  const { email } = await withPassword(await aPerson());
  const started = monotonicMs();
  expect(await requestReset(aCaller(), { email: anAddress() })).toBeUndefined();
  expect(monotonicMs() - started).toBeGreaterThanOrEqual(limits.blindAnswerMsMin - 5);
  expect(await requestReset(aCaller(), { email })).toBeUndefined();
  expect((await mailsTo(email)).map((mail) => mail.kind)).toEqual(["reset"]);
});

test("a wrong password and an address that nobody has are refused in the same words", async () => {
  const { email } = await withPassword(await aPerson());
  const refusals = await Promise.all(
    [email, anAddress()].map((one) =>
      signIn(aCaller(), { email: one, password: "not the password" }).catch((error: unknown) =>
        String(error),
      ),
    ),
  );
  expect(refusals).toEqual(["AppError: sign_in_failed", "AppError: sign_in_failed"]);
});

test("a link for a new password works once, and ends every session that there was", async () => {
  const anna = await withPassword(await aPerson());
  const [phone, laptop] = [await aDeviceOf(anna), await aDeviceOf(anna)];
  await requestReset(aCaller(), { email: anna.email });
  const token = await linkIn(anna.email);
  await resetPassword(aCaller(), { token, password: "a wholly new password" });
  expect(await readSession(phone.cookie)).toBeNull();
  expect(await readSession(laptop.cookie)).toBeNull();
  await expect(resetPassword(aCaller(), { token, password: "yet another one" })).rejects.toThrow(
    "link_expired",
  );
  await expect(signIn(aCaller(), { email: anna.email, password: testPassword })).rejects.toThrow(
    "sign_in_failed",
  );
  await signIn(aCaller(), { email: anna.email, password: "a wholly new password" });
  const events = await db.write.rows(sql`
    select id from outbox where name = 'identity.access_changed' and payload->>'userId' = ${anna.id}`);
  expect(events).toHaveLength(1);
});

test("a link for a new password that is used twice at the same moment counts once", async () => {
  const anna = await withPassword(await aPerson());
  await requestReset(aCaller(), { email: anna.email });
  const token = await linkIn(anna.email);
  const uses = ["first new password", "second new password"].map((password) =>
    resetPassword(aCaller(), { token, password }),
  );
  const outcomes = (await Promise.allSettled(uses)).map((use) => use.status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
});

test("a link older than an hour sets no password", async () => {
  const anna = await withPassword(await aPerson());
  await requestReset(aCaller(), { email: anna.email });
  await db.write.rows(sql`
    update verifications set expires_at = now() - interval '1 second' where value = ${anna.id}`);
  await expect(
    resetPassword(aCaller(), {
      token: await linkIn(anna.email),
      password: "a wholly new password",
    }),
  ).rejects.toThrow("link_expired");
});

test("who reads the tables and the store finds neither link nor token to use", async () => {
  const anna = await withPassword(await aPerson());
  await requestReset(aCaller(), { email: anna.email });
  const token = await linkIn(anna.email);
  const tables = await Promise.all(
    [
      sql`select * from outgoing_mails`,
      sql`select * from verifications`,
      sql`select * from outbox`,
      sql`select * from commands`,
    ].map((all) => db.write.rows(all)),
  );
  expect(token).toMatch(/^\w{20,}$/);
  expect(JSON.stringify(tables)).not.toContain(token);
});

test("a store that is away is said to be away, not a wrong password", async () => {
  const anna = await withPassword(await aPerson());
  vi.stubEnv("VALKEY_SESSION_URL", "redis://127.0.0.1:1");
  forgetEnv();
  await closeValkey();
  await expect(signIn(aCaller(), { email: anna.email, password: testPassword })).rejects.toThrow(
    "session_store_unavailable",
  );
  await closeValkey();
});

test("a process that dies between the new password and the end of old sessions lets nobody stay", async () => {
  const anna = await withPassword(await aPerson());
  const thief = await aDeviceOf(anna);
  expect(await readSession(thief.cookie)).not.toBeNull();
  // All that was done before it died.
  await db.write.rows(sql`
    update accounts set password = password || 'x' where user_id = ${anna.id}`);
  forgetShared("session-marks");
  expect(await readSession(thief.cookie)).toBeNull();
  const own = await aDeviceOf(anna);
  expect(await readSession(own.cookie)).toMatchObject({ id: anna.id });
});
