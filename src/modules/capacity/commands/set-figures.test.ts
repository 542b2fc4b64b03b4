import { afterAll, beforeAll, expect, test } from "vitest";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { figures } from "../queries/figures";
import { objectiveReports } from "../queries/objectives";
import { overview } from "../queries/overview";
import { supportReports } from "../queries/support-objectives";
import type { FigureSet } from "../rules/figures/set";
import type { FigureName } from "../rules/settings/fields";
import { setFigures } from "./set-figures";

let services: TestServices;
let ada: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin" });
});
afterAll(() => services.close());

const tableOf = async (name: FigureName) =>
  (await figures()).tables.find(({ figure }) => figure === name);
const set = (figure: FigureName, values: FigureSet | null, seenVersion: number) =>
  setFigures.execute(ada, {
    commandId: aCommandId(),
    ...{ figure, seenVersion },
    set: values,
    reason: "Our machines are smaller",
  });

test("a threshold is a version with who and why, the tile follows, and one goes back to the founding values", async () => {
  const queueDepth = async () =>
    (await overview()).tiles.find(({ indicator }) => indicator === "queueDepth");
  expect(await tableOf("indicators")).toMatchObject({ set: {}, version: 0, versions: [] });
  expect(await queueDepth()).toMatchObject({ warningAbove: 1_000, criticalAbove: 5_000 });
  await set("indicators", { "queueDepth.warningAbove": 20, "cpu.warningAbove": 70 }, 0);
  expect(await queueDepth()).toMatchObject({ warningAbove: 20, criticalAbove: 5_000 });
  await expect(set("indicators", { "cpu.warningAbove": 60 }, 0)).rejects.toMatchObject({
    code: "settings_changed",
  });
  await set("indicators", null, 1);
  expect(await queueDepth()).toMatchObject({ warningAbove: 1_000 });
  expect(await tableOf("indicators")).toMatchObject({
    set: {},
    version: 2,
    versions: [
      { version: 2, set: null },
      // What equals the founding value is not kept.
      { version: 1, set: { "queueDepth.warningAbove": 20 }, by: ada.name },
    ],
  });
});

test("of two who save at once one is told", async () => {
  const saved = await Promise.allSettled([
    set("budgets", { "getTicket.msP95": 150 }, 0),
    set("budgets", { "getTicket.msP95": 50 }, 0),
  ]);
  expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await tableOf("budgets")).toMatchObject({ version: 1 });
});

test("promises of machines and to customers follow", async () => {
  await set("objectives", { "apiP95.objective": 0.9, "apiP95.withinMs": 500 }, 0);
  await set("support", { "firstResponse.objective": 0.8 }, 0);
  const { objectives } = await objectiveReports();
  expect(objectives.find(({ name }) => name === "apiP95")?.promise).toMatchObject({
    words: "API response time (p90)",
    objective: 0.9,
    withinMs: 500,
  });
  const support = (await supportReports()).objectives;
  expect(support.find(({ name }) => name === "firstResponse")).toMatchObject({ promised: 0.8 });
});

test("what contradicts itself is refused in words, and nothing is kept of it", async () => {
  const refused = (values: FigureSet) =>
    expect(
      callAs("capacity.setFigures", ada, {
        commandId: aCommandId(),
        figure: "incidents",
        set: values,
        seenVersion: 0,
        reason: "Calm",
      }),
    ).rejects;
  await refused({ "incident.raiseAfterLooks": 0 }).toThrow(/Give a number above 0/);
  await refused({ "incident.never": 1 }).toThrow(/no such number/);
  expect(await tableOf("incidents")).toMatchObject({ version: 0 });
});
