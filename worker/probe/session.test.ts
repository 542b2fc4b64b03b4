import { afterAll, beforeAll, expect, test } from "vitest";
import { openProbeSession } from "@/modules/identity";
import { readSession } from "@/platform/auth";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

test("the probe is let in as a customer, again and again as the same one", async () => {
  const first = await openProbeSession();
  expect(await readSession(first.cookie)).toMatchObject({
    id: first.personId,
    role: "customer",
    organizationId: null,
  });
  const again = await openProbeSession();
  expect(again.personId).toBe(first.personId);
});
