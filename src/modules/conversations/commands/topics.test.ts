import { afterAll, beforeAll, expect, test } from "vitest";
import { moveTag } from "@/modules/fields";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aField, aTag, aTeam, aTopic } from "@/testing/house";
import { createTicket } from "./create-ticket";

let services: TestServices;
let anna: Actor;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());

const asks = (more: Record<string, unknown>) =>
  createTicket.execute(
    anna,
    createTicket.schema.parse({
      commandId: aCommandId(),
      subject: "The vent jams",
      body: "At noon.",
      ...more,
    }),
  );

test("a question about a topic has its fields, and goes to its team with its priority and tags", async () => {
  const [serial, order] = [await aField({ visible: true }), await aField({ visible: true })];
  const [team, tag] = [await aTeam(), await aTag()];
  const id = await aTopic({
    fieldKeys: [serial.key],
    teamId: team,
    priority: "high",
    tags: [tag, "gone"],
  });
  const { number } = await asks({ topicId: id, fields: { [serial.key]: "FF-1" } });
  const { row } = await ticketHead(ada, number);
  expect(row).toMatchObject({ team: { id: team }, priority: "high", tags: [tag] });
  expect(row.fields).toEqual({ [serial.key]: "FF-1" });
  const thrown: unknown = await asks({ topicId: id, fields: { [order.key]: "7" } }).catch(
    (error: unknown) => error,
  );
  expect(isAppError(thrown) && thrown.code).toBe("field_value_refused");
});

test("a topic gives its tag under its new name, and no tag that was taken away", async () => {
  const [from, to, gone] = [await aTag(), await aTag(), await aTag()];
  const topicId = await aTopic({ tags: [from, gone] });
  const used = await callAs("responses.uses", ada, { kind: "tag", name: from });
  expect(used).toMatchObject({ topics: [{ id: topicId }] });
  for (const [name, becomes] of [[from, to] as const, [gone, null] as const])
    await moveTag.execute(ada, { commandId: aCommandId(), name, becomes });
  const { number } = await asks({ topicId });
  expect((await ticketHead(ada, number)).row.tags).toEqual([to]);
});

test("a topic that went while somebody wrote takes nothing of what they wrote with it", async () => {
  const { number } = await asks({ topicId: aCommandId() });
  const { row } = await ticketHead(ada, number);
  expect(row).toMatchObject({ team: null, priority: "medium", tags: [] });
});
