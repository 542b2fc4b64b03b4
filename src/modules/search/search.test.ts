import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aField } from "@/testing/house";
import { searchRequests } from "./queries/requests";
import { searchTickets } from "./queries/search-tickets";
import { suggest } from "./queries/suggest";
import { valuesBeginning } from "./queries/values";
import type { SearchPage } from "./schema";

let services: TestServices;
let anna: Actor;
let other: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska" });
  other = await aPerson({ name: "Bo Berg" });
  mia = await aPerson({ role: "agent", name: "Mia Lund" });
});
afterAll(() => services.close());

async function asks(by: Actor, subject: string, body: string) {
  const given = { commandId: aCommandId(), subject, body };
  return createTicket.execute(by, createTicket.schema.parse(given));
}
async function says(by: Actor, ticketId: string, body: string, more: Record<string, unknown> = {}) {
  const given = { commandId: aCommandId(), ticketId, body, ...more };
  return reply.execute(by, reply.schema.parse(given));
}
/** As a browser asks: on from where the patience was over, while little is found. */
async function search(text: string, typing = false, after?: string): Promise<SearchPage> {
  const page = await searchTickets(mia, { text, typing, after });
  if (page.next === null || page.tickets.length >= limits.searchPageRows) return page;
  const rest = await search(text, typing, page.next);
  return { ...rest, tickets: [...page.tickets, ...rest.tickets] };
}
const found = async (text: string, typing = false) =>
  (await search(text, typing)).tickets.map(({ row }) => row.number);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (thrown: unknown) => (isAppError(thrown) ? thrown.code : "fault"),
  );

describe("what people write is found", () => {
  test("by its stem, without its accents, the moment it is written", async () => {
    const { number } = await asks(anna, "The greenhouse", "My watering cans überfluten the Café.");
    expect(await found("watered uberfluten")).toEqual([number]);
    expect(await found("cafe")).toEqual([number]);
    expect(await found("CAFÉ")).toEqual([number]);
  });

  test("by what begins it, while somebody types", async () => {
    const { number } = await asks(
      anna,
      "University",
      "Our university orders nineteen greenhouses.",
    );
    expect(await found("ninete", true)).toEqual([number]);
    expect(await found("ninete", false)).toEqual([]);
    await learnedWord("university");
    expect(await found("universi", true)).toEqual([number]);
  });

  test("a phrase only where its words stand side by side, whatever is between them", async () => {
    const together = await asks(anna, "One", "The copper\nkettle is cold.");
    const apart = await asks(anna, "Two", "The kettle of copper is cold.");
    expect(await found('"copper kettle"')).toEqual([together.number]);
    expect((await found("copper kettle")).toSorted()).toEqual([together.number, apart.number]);
    expect(await found('copper -"copper kettle"')).toEqual([apart.number]);
  });

  test("numbers and codes, whole or in part, and addresses", async () => {
    const { number } = await asks(
      anna,
      "Order",
      "It is FF-90210, serial F60-3A4C-1234, not FF-90211.",
    );
    expect(await found("FF-90210")).toEqual([number]);
    expect(await found("ff90210")).toEqual([]);
    expect(await found("90210")).toEqual([number]);
    expect(await found("F60-3A4C-1234")).toEqual([number]);
    expect(await found("90211 90210")).toEqual([number]);
    const written = await asks(anna, "Mail", "Write to tove.h-b@example.net instead.");
    expect(await found("tove.h-b@example.net")).toEqual([written.number]);
    expect((await suggest(mia, { text: `#${number}`, typing: true })).numbered?.number).toBe(
      number,
    );
    expect((await suggest(mia, { text: `${number}`, typing: true })).numbered?.number).toBe(number);
  });

  test("what custom fields say, with the subject, and by the filter for texts", async () => {
    const { key } = await aField({ type: "text" });
    const { number, ticketId } = await asks(anna, "Warranty", "It broke.");
    await db.write.rows(sql`
      update tickets set fields = ${JSON.stringify({ [key]: "Serial QX-77120, Möwe" })}
      where id = ${ticketId}`);
    const numbers = async (text: string) =>
      (await suggest(mia, { text, typing: false })).subjects.map((row) => row.number);
    expect(await numbers("QX-77120")).toEqual([number]);
    expect(await numbers("mowe serial")).toEqual([number]);
    expect(await numbers('"serial QX"')).toEqual([number]);
    expect(await numbers("QX-77121")).toEqual([]);
    expect(await numbers("broke")).toEqual([]);
  });

  test("with fields, which narrow it", async () => {
    const { number, ticketId } = await asks(anna, "Gasket", "The gasket leaks.");
    await asks(other, "Gasket", "The gasket squeaks.");
    await db.write.rows(sql`update tickets set tags = '{billing}' where id = ${ticketId}`);
    expect(await found("gasket tag:billing")).toEqual([number]);
    expect(await found("gasket requester:kowalska")).toEqual([]);
    expect(await found('gasket requester:"anna kow"')).toEqual([number]);
    expect(await found(`gasket requester:${anna.email}`)).toEqual([number]);
    expect(await found("gasket status:closed")).toEqual([]);
    expect(await found("gasket created:<3d")).toHaveLength(2);
    expect(await found("tag:billing status:open")).toEqual([number]);
    expect(await found("gasket (tag:billing OR squeaks)")).toHaveLength(2);
    expect(await found("gasket -squeaks")).toEqual([number]);
  });

  test("a passage shows it, marked, as plain text; one passage a ticket", async () => {
    const { ticketId } = await asks(
      anna,
      "Tag",
      "Beware of `<b>lanterns</b>` & \ue000fakes\ue001.",
    );
    await says(mia, ticketId, "Which lanterns?");
    const [ticket] = (await search("lantern")).tickets;
    expect(ticket?.more).toBe(1);
    const page = await search("lantern fakes");
    const pieces = page.tickets[0]?.hit?.pieces ?? [];
    expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["lanterns", "fakes"]);
    expect(pieces.map(({ text }) => text).join("")).toContain("<b>lanterns</b> & fakes");
  });

  test("a subject, a tag or a person is told while one types", async () => {
    const { number, ticketId } = await asks(anna, "Zucchini wither", "See the picture.");
    await db.write.rows(sql`update tickets set tags = '{late-delivery}' where id = ${ticketId}`);
    const told = async (text: string) => suggest(mia, { text, typing: true });
    expect((await told("zucch")).subjects.map((row) => row.number)).toEqual([number]);
    expect((await told("late-delivery")).subjects.map((row) => row.number)).toEqual([number]);
    expect((await told("kowal")).people.map(({ name }) => name)).toEqual(["Anna Kowalska"]);
    expect((await told("ann kow")).people).toHaveLength(1);
    expect((await told(anna.email)).people).toHaveLength(1);
    const values = await valuesBeginning(mia, "tag", "late");
    expect(values).toEqual([{ value: "late-delivery", label: "late-delivery" }]);
    const colleagues = await valuesBeginning(mia, "assignee", "lun");
    expect(colleagues.map(({ value }) => value)).toEqual(["Mia Lund"]);
    expect(await valuesBeginning(mia, "assignee", "kow")).toEqual([]);
  });

  test("more than a page is read on where it ended, though more arrives meanwhile", async () => {
    for (let each = 0; each < 25; each += 1) await asks(anna, "Many", "A quincunx of pots.");
    const first = await search("quincunx");
    expect(first.tickets).toHaveLength(limits.searchPageRows);
    await asks(anna, "Late", "One more quincunx.");
    const after = first.next ?? "";
    const second = await search("quincunx", false, after);
    expect(second.tickets).toHaveLength(5);
    const ids = [...first.tickets, ...second.tickets].map(({ row }) => row.id);
    expect(new Set(ids).size).toBe(25);
    expect(second.next).toBeNull();
  });
});

/** As the worker's lesson leaves it. */
async function learnedWord(word: string) {
  await db.write.rows(sql`
    insert into search_words (word, messages, forms)
    select ${word}, 9, array(select ${word}::text union
      select left(${word}, at - 1) || substr(${word}, at + 1)
      from generate_series(1, char_length(${word})) as at)`);
}

describe("what was mistyped", () => {
  test("is searched for as it was probably meant, and the answer says so", async () => {
    const { number } = await asks(anna, "Wheelbarrow", "The wheelbarrow lost its wheel.");
    await learnedWord("wheelbarrow");
    for (const typed of ["wheelbarow", "wheelbarrrow", "wheelbarriw", "wheelbrarow"]) {
      const page = await search(typed);
      expect(
        page.tickets.map(({ row }) => row.number),
        typed,
      ).toEqual([number]);
      expect(page.corrected).toEqual([{ written: typed, meant: ["wheelbarrow"] }]);
    }
  });

  test("is not corrected where somebody wrote just that, or where nothing is near", async () => {
    const { number } = await asks(anna, "Barrow", "A wheelbarro is no barrow.");
    const page = await search("wheelbarro");
    expect(page.tickets[0]?.row.number).toBe(number);
    expect((await search("qqqqzzzz")).corrected).toEqual([]);
  });
});

describe("who may find what", () => {
  test("a note is found by the house and never by a customer", async () => {
    const { ticketId, number } = await asks(anna, "Noted", "A plain question.");
    await says(mia, ticketId, "The xylophone canary.", { kind: "note" });
    expect((await search("xylophone")).tickets[0]?.hit?.kind).toBe("note");
    expect(await searchRequests(anna, "xylophone")).toEqual([]);
    const [own] = await searchRequests(anna, "plain");
    expect(own?.row.number).toBe(number);
    expect(JSON.stringify(own)).not.toContain("canary");
  });

  test("a customer finds their own requests alone, by word, subject and number", async () => {
    const mine = await asks(anna, "Periscope", "It turns.");
    const theirs = await asks(other, "Periscope", "It sticks.");
    const numbers = async (text: string) =>
      (await searchRequests(anna, text)).map(({ row }) => row.number);
    expect(await numbers("periscop")).toEqual([mine.number]);
    expect(await numbers("sticks")).toEqual([]);
    expect(await numbers(`${mine.number}`)).toContain(mine.number);
    expect(await numbers(`#${theirs.number}`)).toEqual([]);
  });

  test("a held reply is found by its author alone, a redacted message by nobody", async () => {
    const { ticketId } = await asks(anna, "Held", "Something.");
    const held = await says(mia, ticketId, "The marmalade waits.", { holdSeconds: 60 });
    const colleague = await aPerson({ role: "agent" });
    const asColleague = () => searchTickets(colleague, { text: "marmalade", typing: false });
    expect(await found("marmalade")).toHaveLength(1);
    expect((await asColleague()).tickets).toEqual([]);
    await db.write.rows(sql`
      update ticket_messages set state = 'redacted', release_at = null where id = ${held.messageId}`);
    expect(await found("marmalade")).toEqual([]);
  });
});

describe("bad input", () => {
  test.each([
    "'",
    '"',
    "a & b | !c <-> (d",
    ":* & \\",
    "foo:bar' or 1=1",
    "status:",
    "((((",
    "\\m[a-z]*+?",
    "%_%",
    "\u0000nul",
    "😀 emoji",
    "-",
    "created:yesterdayish",
    "x".repeat(2_000),
    "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(30),
  ])("%s is answered", async (text) => {
    expect(["ok", "search_only_excludes"]).toContain(await codeOf(search(text, true)));
    expect(await codeOf(suggest(mia, { text, typing: true }))).toBe("ok");
    expect(["ok", "search_only_excludes"]).toContain(await codeOf(searchRequests(anna, text)));
  });

  test("only what to leave out is refused, and words that stand everywhere are told", async () => {
    expect(await codeOf(search("-refund"))).toBe("search_only_excludes");
    expect(await search("the and of")).toMatchObject({ tickets: [], tooCommon: true });
    expect(await search("")).toMatchObject({ tickets: [], tooCommon: false });
  });

  test("a search that would run for long is stopped, and what it says helps", async () => {
    const slow = db.search.rows(sql`select pg_sleep(${limits.searchStatementMsMax / 1_000 + 5})`);
    expect(await codeOf(slow)).toBe("search_stopped");
  });

  test("when all of its connections are busy a search says so, and nothing else waits", async () => {
    const busy = Array.from({ length: limits.searchPoolMax }, () =>
      codeOf(db.search.rows(sql`select pg_sleep(${limits.searchStatementMsMax / 1_000 + 5})`)),
    );
    expect(await codeOf(search("anything"))).toBe("search_busy");
    expect(await codeOf(asks(anna, "Meanwhile", "A reply is not slowed down."))).toBe("ok");
    await Promise.all(busy);
  });
});

test("a page of search asks as often for many tickets as for one", async () => {
  const count = async () => (await observeStatements(() => search("quincunx"))).statements.length;
  expect((await observeStatements(() => search("copper kettle"))).statements.length).toBeLessThan(
    9,
  );
  expect(await count()).toBeLessThan(9);
});
