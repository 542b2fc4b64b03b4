import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { sendNotices } from "./commands/send-notices";
import { tellAllOperators } from "./commands/tell-operators";
import { notices } from "./queries/notices";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(async () => {
  setClock(null);
  await services.close();
});

test("each admin hears of it as they chose, once; agents hear nothing", async () => {
  const quiet = await aPerson({ role: "admin" });
  const mia = await aPerson({ role: "agent" });
  await callAs("notifications.savePreferences", quiet, {
    choices: { incident: { app: true, mail: "off" } },
  });
  const eventId = aCommandId();
  const notice = {
    level: "critical" as const,
    title: "CPU",
    says: "Busy.",
    path: "/admin/incidents",
    abroad: null,
  };
  for (let twice = 0; twice < 2; twice += 1)
    await tellAllOperators.execute(ada, { commandId: aCommandId(), eventId, notice });
  const rows = await db.write.rows<{ user_id: string; mailed: boolean }>(sql`
    select user_id, mail_due_at is not null as mailed from notices where event_id = ${eventId}`);
  const of = (person: Actor) => rows.filter(({ user_id }) => user_id === person.id);
  expect(of(ada)).toEqual([{ user_id: ada.id, mailed: true }]);
  expect(of(quiet)).toEqual([{ user_id: quiet.id, mailed: false }]);
  expect(of(mia)).toEqual([]);
});

test("what came in quiet hours is one mail after them, and what was read is none", async () => {
  setClock(new Date("2026-11-26T23:00:00Z"));
  const quiet = await aPerson({ role: "admin" });
  const reads = await aPerson({ role: "admin" });
  for (const person of [quiet, reads])
    await callAs("notifications.savePreferences", person, {
      quiet: { fromMinute: 22 * 60, untilMinute: 7 * 60 },
    });
  for (const [index, title] of ["CPU is critical", "Queue depth is high"].entries()) {
    setClock(new Date(Date.parse("2026-11-26T23:00:00Z") + index * 1_000));
    await tellAllOperators.execute(ada, {
      ...{ commandId: aCommandId(), eventId: aCommandId() },
      notice: { level: "warning", title, says: "Busy.", path: "/admin/incidents", abroad: null },
    });
  }
  expect((await notices(quiet)).notices).toHaveLength(2);
  await callAs("notifications.readNotices", reads, {});
  const mails = async (person: Actor) => {
    await sendNotices.execute(ada, { commandId: aCommandId(), userId: person.id });
    const rows = await db.write.rows<{ subject: string }>(sql`
      select subject from outgoing_mails where recipient = ${person.email}`);
    return rows.map(({ subject }) => subject);
  };
  expect(await mails(quiet)).toEqual([]);
  setClock(new Date("2026-11-27T07:01:00Z"));
  expect(await mails(quiet)).toEqual(["Warning: CPU is critical, and 1 more"]);
  expect(await mails(quiet)).toHaveLength(1);
  expect(await mails(reads)).toEqual([]);
});

test("an incident is mailed in the language of whoever reads it", async () => {
  setClock(new Date("2026-11-27T10:00:00Z"));
  const said = (about: string) => ({ title: `${about} title`, says: `${about} words.` });
  const notice = {
    ...{ level: "good" as const, path: "/admin/incidents/1", ...said("English") },
    abroad: { de: said("German"), es: said("Spanish") },
  };
  const readers = { en: "Over: English", de: "Vorbei: German", es: "Resuelto: Spanish" };
  for (const [language, begins] of Object.entries(readers)) {
    const reader = await aPerson({ role: "admin" });
    await db.write.rows(sql`update users set language = ${language} where id = ${reader.id}`);
    const given = { commandId: aCommandId(), eventId: aCommandId(), notice };
    await tellAllOperators.execute(ada, given);
    await sendNotices.execute(ada, { commandId: aCommandId(), userId: reader.id });
    const [mail] = await db.write.rows<{ subject: string; body_text: string }>(sql`
      select subject, body_text from outgoing_mails where recipient = ${reader.email}`);
    expect(mail?.subject).toBe(`${begins} title`);
    expect(mail?.body_text).toContain(`${begins} title. ${begins.split(" ")[1]} words.`);
  }
});
