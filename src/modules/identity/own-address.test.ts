import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, readSession } from "@/platform/auth";
import { monotonicMs, now } from "@/platform/clock";
import { db, sql, transaction } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { bodiesOfRow, type MailRow } from "@/platform/mailer/mail-row";
import { forgetShared } from "@/platform/process/shared";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf, testPassword, withPassword } from "@/testing/people";
import { allowAddress, askAddress } from "./commands/ask-address";
import { confirmAddress } from "./commands/confirm-address";
import { objectToAddress } from "./commands/object-to-address";
import { requestReset, resetPassword } from "./commands/reset-password";
import { signIn } from "./commands/sign-in";
import { signUp } from "./commands/sign-up";
import { submitAddress, submitAddressLink } from "./commands/submit-address";
import { suspendUser } from "./commands/suspend-user";
import { addressNow } from "./queries/own-address";
import { person } from "./queries/people";
import { untouched } from "./rules/form-state";
import { requesterFor } from "./steps/customer";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const aCaller = () => ({ address: aCommandId() });
const anAddress = () => `new-${aCommandId()}@example.com`;
const codeOf = (thrown: unknown) => (isAppError(thrown) ? thrown.code : thrown);

async function mailsTo(email: string) {
  const rows = await db.write.rows<MailRow>(sql`
    select * from outgoing_mails where recipient = ${email} order by id`);
  return rows.map((row) => ({ kind: row.kind, text: bodiesOfRow(row).text }));
}
const kindsTo = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);
async function linkTo(email: string): Promise<string> {
  const text = (await mailsTo(email)).at(-1)?.text ?? "";
  return /token=([\w-]+)/u.exec(text)?.[1] ?? "";
}

async function emailOf({ id }: Actor) {
  const [row] = await db.write.rows<{ email: string }>(
    sql`select email::text as email from users where id = ${id}`,
  );
  return row?.email;
}

const asks = (actor: Actor, email: string, password = testPassword) =>
  askAddress(aCaller(), actor, { email, password });

/** Somebody who has moved to another address, by their password. */
async function whoMoved() {
  const anna = await withPassword(await aPerson({ name: "Anna" }));
  const email = anAddress();
  await asks(anna, email);
  await confirmAddress(aCaller(), await linkTo(email));
  return { anna, old: anna.email, email };
}

test("who knows the password moves by one link to the new address, and both addresses are told", async () => {
  const anna = await withPassword(await aPerson({ name: "Anna" }));
  const [here, there] = [await aDeviceOf(anna), await aDeviceOf(anna)];
  const email = anAddress();
  await asks({ ...anna, sessionToken: here.token }, email);
  expect(await emailOf(anna)).toBe(anna.email);
  expect(await kindsTo(anna.email)).toEqual([]);
  const token = await linkTo(email);
  expect(await confirmAddress(aCaller(), token)).toEqual({ email });
  expect(await emailOf(anna)).toBe(email);
  // The device at hand goes on and says the new address; the others are out.
  expect(await readSession(here.cookie)).toMatchObject({ id: anna.id, email });
  expect(await readSession(there.cookie)).toBeNull();
  expect(await kindsTo(anna.email)).toEqual(["address-changed"]);
  expect(await confirmAddress(aCaller(), token).catch(codeOf)).toBe("link_expired");
  await signIn(aCaller(), { email, password: testPassword });
  await expect(signIn(aCaller(), { email: anna.email, password: testPassword })).rejects.toThrow(
    "sign_in_failed",
  );
});

test("without the password nothing is sent to anybody", async () => {
  const anna = await withPassword(await aPerson());
  const email = anAddress();
  expect(await asks(anna, email, "not the password").catch(codeOf)).toBe("password_wrong");
  expect(await asks(anna, email, "").catch(codeOf)).toBe("password_wrong");
  expect(await mailsTo(email)).toEqual([]);
});

test("who has no password proves the old address first", async () => {
  const anna = await aPerson();
  const email = anAddress();
  expect(await asks(anna, email, "")).toEqual({ sentTo: anna.email });
  expect(await mailsTo(email)).toEqual([]);
  const first = await linkTo(anna.email);
  // Each link does its own step alone.
  expect(await confirmAddress(aCaller(), first).catch(codeOf)).toBe("link_expired");
  await allowAddress(aCaller(), first);
  expect(await allowAddress(aCaller(), first).catch(codeOf)).toBe("link_expired");
  expect(await emailOf(anna)).toBe(anna.email);
  await confirmAddress(aCaller(), await linkTo(email));
  expect(await emailOf(anna)).toBe(email);
});

test("an address that somebody has is answered like any other, as late, and its owner is told", async () => {
  const anna = await withPassword(await aPerson());
  const jonas = await aPerson();
  const free = anAddress();
  const started = monotonicMs();
  expect(await asks(anna, jonas.email)).toEqual({ sentTo: jonas.email });
  expect(monotonicMs() - started).toBeGreaterThanOrEqual(limits.blindAnswerMsMin - 5);
  expect(await asks(anna, free)).toEqual({ sentTo: free });
  expect(await kindsTo(jonas.email)).toEqual(["address-taken"]);
  expect((await mailsTo(jonas.email))[0]?.text).not.toContain("token=");
  expect(await kindsTo(free)).toEqual(["address-confirm"]);
});

test("an address that got an account meanwhile stays with it", async () => {
  const anna = await withPassword(await aPerson());
  const email = anAddress();
  await asks(anna, email);
  await db.write.rows(sql`
    insert into users (id, email, name) values (${aCommandId()}, ${email}, 'Other')`);
  expect(await confirmAddress(aCaller(), await linkTo(email)).catch(codeOf)).toBe("email_taken");
  expect(await emailOf(anna)).toBe(anna.email);
});

test("a link lives for an hour, and a newer wish ends the older one", async () => {
  const anna = await withPassword(await aPerson());
  const [first, second] = [anAddress(), anAddress()];
  await asks(anna, first);
  await asks(anna, second);
  expect(await confirmAddress(aCaller(), await linkTo(first)).catch(codeOf)).toBe("link_expired");
  await db.write.rows(sql`
    update address_changes set expires_at = now() - interval '1 second' where user_id = ${anna.id}`);
  expect(await confirmAddress(aCaller(), await linkTo(second)).catch(codeOf)).toBe("link_expired");
});

test("two clicks on one link at the same moment move the account once", async () => {
  const anna = await withPassword(await aPerson());
  const email = anAddress();
  await asks(anna, email);
  const token = await linkTo(email);
  const clicks = [confirmAddress(aCaller(), token), confirmAddress(aCaller(), token)];
  const outcomes = (await Promise.allSettled(clicks)).map(({ status }) => status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  expect(await kindsTo(anna.email)).toEqual(["address-changed"]);
});

test("a link for a new password that lies in the old mailbox opens nothing after the change", async () => {
  const anna = await withPassword(await aPerson());
  await requestReset(aCaller(), { email: anna.email });
  const reset = await linkTo(anna.email);
  const email = anAddress();
  await asks(anna, email);
  await confirmAddress(aCaller(), await linkTo(email));
  const given = { token: reset, password: "a wholly new password" };
  expect(await resetPassword(aCaller(), given).catch(codeOf)).toBe("link_expired");
});

test("whoever has the old address takes the change back, and every door is shut", async () => {
  const { anna, old, email } = await whoMoved();
  const thief = await aDeviceOf({ ...anna, email });
  // The thief moves on, so that the way back looks cut off.
  const further = anAddress();
  await asks({ ...anna, email }, further);
  await confirmAddress(aCaller(), await linkTo(further));
  const [told] = await mailsTo(old);
  const token = /token=([\w-]+)/u.exec(told?.text ?? "")?.[1] ?? "";
  expect(await objectToAddress(aCaller(), token)).toEqual({ email: old, isBack: true });
  expect(await emailOf(anna)).toBe(old);
  forgetShared("session-marks");
  expect(await readSession(thief.cookie)).toBeNull();
  await expect(signIn(aCaller(), { email: old, password: testPassword })).rejects.toThrow(
    "sign_in_failed",
  );
  // Neither of the addresses of the thief is one of theirs any more.
  const { addressesBefore } = await person({ userId: anna.id });
  expect(addressesBefore).toEqual([]);
  expect(await objectToAddress(aCaller(), token).catch(codeOf)).toBe("link_expired");
  await requestReset(aCaller(), { email: old });
  const given = { token: await linkTo(old), password: "a wholly new password" };
  await resetPassword(aCaller(), given);
  await signIn(aCaller(), { email: old, password: "a wholly new password" });
});

test("an objection comes too late after seven days", async () => {
  const { anna, old, email } = await whoMoved();
  await db.write.rows(sql`
    update address_changes set expires_at = now() - interval '1 second' where user_id = ${anna.id}`);
  expect(await objectToAddress(aCaller(), await linkTo(old)).catch(codeOf)).toBe("link_expired");
  expect(await emailOf(anna)).toBe(email);
});

test("nobody takes the old address by signing up while its owner may object", async () => {
  const { anna, old } = await whoMoved();
  await signUp(aCaller(), { name: "Eve", email: old, password: "another password" });
  const eve = await withPassword(await aPerson());
  await asks(eve, old);
  expect(await kindsTo(old)).toEqual(["address-changed"]);
  expect(await objectToAddress(aCaller(), await linkTo(old))).toMatchObject({ isBack: true });
  expect(await emailOf(anna)).toBe(old);
});

test("where the old address has an account by now, the objection shuts the one that moved", async () => {
  const { anna, old } = await whoMoved();
  await db.write.rows(sql`
    insert into users (id, email, name) values (${aCommandId()}, ${old}, 'Other')`);
  expect(await objectToAddress(aCaller(), await linkTo(old))).toMatchObject({ isBack: false });
  expect((await person({ userId: anna.id })).suspendedAt).not.toBeNull();
});

test("who is shut out moves nowhere, with a link in hand either", async () => {
  const ada = await aPerson({ role: "admin" });
  const anna = await withPassword(await aPerson());
  const email = anAddress();
  await asks(anna, email);
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: anna.id });
  expect(await confirmAddress(aCaller(), await linkTo(email)).catch(codeOf)).toBe("link_expired");
  expect(await asks(anna, email).catch(codeOf)).toBe("person_not_found");
});

test("who works here moves in the same way, and an admin reads which address they had", async () => {
  const mia = await withPassword(await aPerson({ role: "agent" }));
  const email = anAddress();
  await asks(mia, email);
  await confirmAddress(aCaller(), await linkTo(email));
  expect(await person({ userId: mia.id })).toMatchObject({
    email,
    addressesBefore: [mia.email],
    role: "agent",
  });
});

test("whoever asks again and again has to wait, whatever address they name", async () => {
  const anna = await withPassword(await aPerson());
  for (let asked = 0; asked < limits.addressChangesPerPersonMax; asked += 1)
    await asks(anna, anAddress());
  expect(await asks(anna, anAddress()).catch(codeOf)).toBe("rate_limited");
});

test("who is asked for by an old address is the one who moved from it, but nobody is let in by it", async () => {
  const { anna, old } = await whoMoved();
  const asked = (more: { isProved?: true } = {}) =>
    transaction((tx) => requesterFor(tx, { email: old, name: "Somebody", ...more }, now()));
  expect((await asked()).id).toBe(anna.id);
  const proved = await asked({ isProved: true });
  expect(proved.id).not.toBe(anna.id);
  // From then on the address is theirs who proved it.
  expect((await asked()).id).toBe(proved.id);
});

test("a door of the demo stays its person's, though a visitor has moved them", async () => {
  const { old, email } = await whoMoved();
  expect(await addressNow(old)).toBe(email);
  expect(await addressNow("nobody@example.com")).toBe("nobody@example.com");
});

test("who reads the tables finds no link", async () => {
  const anna = await withPassword(await aPerson());
  const email = anAddress();
  await asks(anna, email);
  const token = await linkTo(email);
  const tables = await Promise.all(
    [sql`select * from outgoing_mails`, sql`select * from address_changes`].map((all) =>
      db.write.rows(all),
    ),
  );
  expect(token.length).toBeGreaterThan(20);
  expect(JSON.stringify(tables)).not.toContain(token);
});

test("the forms say what is wrong and what happens next, in the language of the reader", async () => {
  const anna = await withPassword(await aPerson());
  const headers = new Headers({ "x-forwarded-for": "10.9.8.7" });
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return submitAddress(headers, { actor: anna, language: "de" }, untouched, form);
  };
  expect(await send({ email: "anna@", password: "" })).toMatchObject({
    errors: [{ field: "email" }, { field: "password" }],
    done: null,
  });
  expect(await send({ email: anna.email.toUpperCase(), password: testPassword })).toMatchObject({
    errors: [{ field: "email", message: "Diese Adresse haben Sie schon." }],
  });
  const wrong = await send({ email: anAddress(), password: "not the password" });
  expect(wrong.refusal).toContain("Das ist nicht Ihr Passwort.");
  expect(JSON.stringify(wrong)).not.toContain("not the password");
  const email = anAddress();
  expect((await send({ email, password: testPassword })).done).toContain(email);
  const form = new FormData();
  form.set("token", await linkTo(email));
  const state = await submitAddressLink(headers, "de", untouched, form);
  expect(state.done).toBe(`Ihre E-Mail-Adresse ist jetzt ${email}.`);
  expect((await submitAddressLink(headers, "de", untouched, form)).refusal).toContain("abgelaufen");
});
