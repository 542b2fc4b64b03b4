import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { keyOf, valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { enterDemo } from "./commands/enter-demo";
import { demoProcessors } from "./processors";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const play = () =>
  demoProcessors[0]?.run(
    { runId: newId(), number: 1 },
    { requestId: null, attempt: 1, signal: new AbortController().signal },
  );
const door = () => {
  const form = new FormData();
  form.set("email", "mia@demo.insightdesk.local");
  const untouched = { values: {}, errors: [], refusal: null, done: null, attempt: 0 };
  return enterDemo(new Headers(), untouched, form);
};

test("outside of demo mode no door opens, nobody acts, and nothing can be asked or stopped", async () => {
  const mia = await aPerson({ role: "agent" });
  await expect(door()).rejects.toThrow("not_found");
  expect(await play()).toMatchObject({ outcome: "cancelled" });
  await expect(callAs("demo.status", mia, undefined)).rejects.toThrow();
  await expect(callAs("demo.stop", mia, {})).rejects.toThrow();
});

test("in demo mode a click ends what acts by itself, twice as well as once", async () => {
  vi.stubEnv("DEMO_MODE", "1");
  forgetEnv();
  const mia = await aPerson({ role: "agent" });
  await valkey("realtime").set(keyOf("demoActivity"), newId());
  expect(await callAs("demo.status", mia, undefined)).toEqual({ active: true });
  await callAs("demo.stop", mia, {});
  await callAs("demo.stop", mia, {});
  expect(await callAs("demo.status", mia, undefined)).toEqual({ active: false });
});
