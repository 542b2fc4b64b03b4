import { afterAll, beforeAll, expect, test } from "vitest";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { scaledSubjects } from "../queries/scaling";
import { foundingPolicy } from "../rules/scaling/subjects";
import { setScalingPolicy } from "./set-scaling-policy";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const web = foundingPolicy("web");
const ofWeb = async () =>
  (await scaledSubjects()).subjects.find(({ subject }) => subject === "web");

test("a policy is a version with who and why, and one goes back to the founding rule", async () => {
  const ada = await aPerson({ role: "admin" });
  const set = (policy: typeof web | null, seenVersion: number, reason: string) =>
    setScalingPolicy.execute(ada, {
      commandId: aCommandId(),
      subject: "web",
      policy,
      seenVersion,
      reason,
    });
  expect(await ofWeb()).toMatchObject({ policy: web, version: 0, isFounding: true });
  await set({ ...web, max: 4 }, 0, "Only four machines");
  expect(await ofWeb()).toMatchObject({ policy: { max: 4 }, version: 1, isFounding: false });
  await expect(set({ ...web, max: 6 }, 0, "Too late")).rejects.toMatchObject({
    code: "settings_changed",
  });
  await set(null, 1, "More machines came");
  expect(await ofWeb()).toMatchObject({
    policy: web,
    version: 2,
    isFounding: true,
    versions: [
      { version: 2, policy: null, reason: "More machines came", by: ada.name },
      { version: 1, reason: "Only four machines" },
    ],
  });
});

test("what contradicts itself is refused", async () => {
  const ada = await aPerson({ role: "admin" });
  const refused = (policy: typeof web) =>
    setScalingPolicy.execute(ada, {
      commandId: aCommandId(),
      subject: "analytics",
      policy,
      seenVersion: 0,
      reason: "No",
    });
  await expect(refused({ ...web, min: 11 })).rejects.toThrow();
  await expect(refused(web)).rejects.toMatchObject({ code: "invalid_input" });
});
