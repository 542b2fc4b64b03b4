import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth";
import { sessionsOf } from "@/platform/auth/sessions";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { mailboxMail, mailboxPage } from "@/platform/mailer";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { acceptInvitation, openInvitation } from "./commands/accept-invitation";
import { invite, resendInvitation, revokeInvitation } from "./commands/invite";
import { setAvailability } from "./commands/set-availability";
import { suspendUser } from "./commands/suspend-user";
import { availability } from "./queries/availability";
import { invitations } from "./queries/invitations";
import { people, peopleInput, person, staffCounts } from "./queries/people";
import { permissionWords } from "./rules/permission-words";
import { permissions } from "./rules/permissions";

let services: TestServices;
let ada: Actor;
let teamId: string;
beforeAll(async () => {
  services = await testServices({ RATE_LIMIT_FACTOR: "100" });
  ada = await aPerson({ role: "admin", name: "Ada" });
  teamId = aCommandId();
  await db.write.rows(sql`insert into teams (id, name) values (${teamId}, 'Garden')`);
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const caller = { address: "10.0.0.9" };
let count = 0;
const anAddress = () => {
  count += 1;
  return `new${count}@example.com`;
};
const invites = (by: Actor, email: string, more: object = {}) =>
  invite.execute(
    by,
    invite.schema.parse({ commandId: aCommandId(), email, role: "agent", ...more }),
  );
const one = (invitationId: string) => ({ commandId: aCommandId(), invitationId });
const accepts = (token: string, name = "Nia") =>
  acceptInvitation(caller, { token, name, password: "correct horse battery" });

/** The link as it stands in the newest mail to an address. */
async function linkFor(email: string): Promise<string> {
  const { mails } = await mailboxPage();
  const mail = mails.find(({ to, kind }) => to === email && kind === "invitation");
  const text = (await mailboxMail(mail?.id ?? ""))?.text ?? "";
  return /token=([\w-]+)/.exec(text)?.[1] ?? "";
}

test("an invitation makes an account with its role and teams, once", async () => {
  const email = anAddress();
  await invites(ada, email, { teamIds: [teamId] });
  const token = await linkFor(email);
  expect(await openInvitation(token)).toEqual({ email });
  await accepts(token);
  const found = await people(peopleInput.parse({ words: email }));
  expect(found.people).toMatchObject([
    { email, role: "agent", name: "Nia", emailVerified: true, teams: [{ name: "Garden" }] },
  ]);
  await expect(accepts(token)).rejects.toMatchObject({ code: "link_expired" });
  expect(await openInvitation(token)).toBeNull();
});

test("a link opens nothing after its time, after it was taken back, or after a newer one", async () => {
  const [late, taken, older] = [anAddress(), anAddress(), anAddress()];
  await invites(ada, late);
  const lateLink = await linkFor(late);
  const { invitationId } = await invites(ada, taken);
  await revokeInvitation.execute(ada, one(invitationId));
  const sent = await invites(ada, older);
  const olderLink = await linkFor(older);
  await resendInvitation.execute(ada, one(sent.invitationId));
  const newerLink = await linkFor(older);
  await expect(accepts(await linkFor(taken))).rejects.toMatchObject({ code: "link_expired" });
  await expect(accepts(olderLink)).rejects.toMatchObject({ code: "link_expired" });
  await accepts(newerLink);
  setClock(new Date(now().getTime() + limits.invitationMs));
  await expect(accepts(lateLink)).rejects.toMatchObject({ code: "link_expired" });
});

test("who is here already is not invited again, and what was accepted is not taken back", async () => {
  const email = anAddress();
  const { invitationId } = await invites(ada, email);
  await accepts(await linkFor(email));
  await expect(invites(ada, email)).rejects.toMatchObject({ code: "email_taken" });
  for (const command of [revokeInvitation, resendInvitation])
    await expect(command.execute(ada, one(invitationId))).rejects.toMatchObject({
      code: "invitation_not_found",
    });
});

test("a second invitation of an address takes the first one's place", async () => {
  const email = anAddress();
  await invites(ada, email);
  const first = await linkFor(email);
  await invites(ada, email, { role: "admin" });
  expect(await openInvitation(first)).toBeNull();
  const open = (await invitations({})).invitations.filter((each) => each.email === email);
  expect(open).toMatchObject([{ role: "admin", invitedBy: "Ada" }]);
});

test("only admins invite, and only into teams that there are", async () => {
  const mia = await aPerson({ role: "agent" });
  await expect(invites(mia, anAddress())).rejects.toMatchObject({ code: "forbidden" });
  await expect(invites(ada, anAddress(), { teamIds: [aCommandId()] })).rejects.toMatchObject({
    code: "team_not_found",
  });
});

test("the link stands in no table in a way that could be read", async () => {
  const email = anAddress();
  await invites(ada, email);
  const token = await linkFor(email);
  const rows = await db.write.rows(sql`
    select invitations::text as row from invitations union all
    select outgoing_mails::text from outgoing_mails union all
    select outbox::text from outbox union all select commands::text from commands`);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a suspension says how many sessions it ended", async () => {
  const leaver = await aPerson({ role: "agent", name: "Leo" });
  for (let each = 0; each < 3; each += 1) await aDeviceOf(leaver);
  expect((await person({ userId: leaver.id })).sessions).toBe(3);
  const about = { commandId: aCommandId(), userId: leaver.id };
  expect(await suspendUser.execute(ada, about)).toMatchObject({ sessionsEnded: 3 });
  expect(await sessionsOf(leaver.id)).toEqual([]);
});

test("away is until a time to come, and ends by itself", async () => {
  const mia = await aPerson({ role: "agent" });
  const until = new Date(now().getTime() + 60_000).toISOString();
  const says = (awayUntil: string | null) =>
    setAvailability.execute(mia, { commandId: aCommandId(), awayUntil });
  await says(until);
  expect((await availability(mia)).awayUntil).toBe(until);
  setClock(new Date(Date.parse(until) + 1));
  expect((await availability(mia)).awayUntil).toBeNull();
  await expect(says(until)).rejects.toMatchObject({ code: "invalid_input" });
});

test("the counts are of those who work here", async () => {
  const before = await staffCounts();
  await aPerson({ role: "agent" });
  await aPerson({ role: "customer" });
  expect((await staffCounts()).agents).toBe(before.agents + 1);
});

test("every permission has its words, and no words are left over", () => {
  expect(Object.keys(permissionWords).sort()).toEqual(Object.keys(permissions).sort());
});
