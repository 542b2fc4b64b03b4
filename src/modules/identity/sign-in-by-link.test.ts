import { afterAll, beforeAll, expect, test } from "vitest";
import { readSession } from "@/platform/auth";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { bodiesOfRow } from "@/platform/mailer/mail-row";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf, withPassword } from "@/testing/people";
import { endSessions } from "./commands/end-sessions";
import { setName } from "./commands/set-name";
import { requestSignInLink, signInByLink } from "./commands/sign-in-by-link";
import { suspendUser } from "./commands/suspend-user";
import { sessions } from "./queries/sessions";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1";
const anAddress = () => ({ address: aCommandId() });
const asks = (email: string) => requestSignInLink(anAddress(), { email, language: "en" });
const opens = (token: string) => signInByLink(anAddress(), { token, userAgent: phone });
const refusal = (thrown: unknown) => (isAppError(thrown) ? thrown.code : thrown);

async function linksTo(email: string): Promise<string[]> {
  const mails = await db.write.rows<Parameters<typeof bodiesOfRow>[0]>(sql`
    select * from outgoing_mails where recipient = ${email} order by id`);
  return mails.flatMap((mail) => /token=([\w-]+)/u.exec(bodiesOfRow(mail).text)?.[1] ?? []);
}

const headerOf = ({ name, value }: { name: string; value: string }) =>
  `${name}=${encodeURIComponent(value)}`;

test("a link signs its customer in, once, and their list of devices knows it", async () => {
  const anna = await aPerson({ name: "Anna" });
  await asks(anna.email);
  const [token = ""] = await linksTo(anna.email);
  const actor = await readSession(headerOf(await opens(token)));
  expect(actor?.id).toBe(anna.id);
  expect(await opens(token).catch(refusal)).toBe("link_expired");
  if (actor === null) throw new Error("Nobody came in.");
  const { sessions: known } = await sessions(actor);
  expect(known).toMatchObject([{ current: true, device: { browser: "Safari", system: "iPhone" } }]);
});

test("no mail goes to those who work here, to nobody, and to who is shut out", async () => {
  const mia = await aPerson({ role: "agent" });
  const ada = await aPerson({ role: "admin" });
  const anna = await aPerson();
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: anna.id });
  const emails = [mia.email, anna.email, "nobody@example.com"];
  for (const email of emails) {
    await asks(email);
    expect(await linksTo(email)).toEqual([]);
  }
});

test("a password that was set before anybody proved the address opens nothing after it", async () => {
  const anna = await withPassword(await aPerson());
  await db.write.rows(sql`update users set email_verified = false where id = ${anna.id}`);
  await asks(anna.email);
  const [token = ""] = await linksTo(anna.email);
  await opens(token);
  const left = await db.write.rows(sql`select from accounts where user_id = ${anna.id}`);
  expect(left).toEqual([]);
});

test("signing out on one device leaves the other ones, and everywhere leaves none", async () => {
  const anna = await aPerson();
  const [here, there] = [await aDeviceOf(anna), await aDeviceOf(anna)];
  const me = { ...anna, sessionToken: here.token };
  const { sessions: known } = await sessions(me);
  const other = known.find(({ current }) => !current)?.session ?? null;
  await endSessions.execute(me, { commandId: aCommandId(), session: other });
  expect(await readSession(there.cookie)).toBeNull();
  expect((await readSession(here.cookie))?.id).toBe(anna.id);
  await endSessions.execute(me, { commandId: aCommandId(), session: null });
  expect(await readSession(here.cookie)).toBeNull();
});

test("nobody ends another's session, whatever it is called", async () => {
  const [anna, jonas] = [await aPerson(), await aPerson()];
  const device = await aDeviceOf(jonas);
  const { sessions: theirs } = await sessions(jonas);
  const session = theirs[0]?.session ?? "";
  await endSessions.execute(anna, { commandId: aCommandId(), session });
  expect((await readSession(device.cookie))?.id).toBe(jonas.id);
});

test("a new name is said by every device at once", async () => {
  const anna = await aPerson({ name: "Anna" });
  const device = await aDeviceOf(anna);
  await setName.execute(anna, { commandId: aCommandId(), name: "Anna Kowalska" });
  expect((await readSession(device.cookie))?.name).toBe("Anna Kowalska");
});
