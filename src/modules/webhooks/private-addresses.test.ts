import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aReceiver } from "@/testing/receiver";
import { send } from "./processors/send";

const looked = vi.hoisted(() => ({ addresses: [""], times: 0 }));
vi.mock("node:dns/promises", () => ({
  lookup: async () => {
    looked.times += 1;
    return looked.addresses.map((address) => ({ address, family: 4 }));
  },
}));

let services: TestServices;
let receiver: Awaited<ReturnType<typeof aReceiver>>;
beforeAll(async () => {
  services = await testServices();
  receiver = await aReceiver();
});
beforeEach(() => {
  looked.times = 0;
  vi.unstubAllEnvs();
  forgetEnv();
});
afterAll(async () => {
  await receiver.close();
  await services.close();
});

const message = (url: string) => ({ url, headers: {}, body: "{}" });
const named = () => `http://hooks.example.com:${receiver.port}/hook`;

test("an address inside is refused when it is entered, with the reason", async () => {
  const ada = await aPerson({ role: "admin" });
  for (const url of [
    "http://127.0.0.1/hook",
    "http://10.0.0.7/",
    "http://metadata.google.internal/",
  ])
    await expect(
      callAs("webhooks.create", ada, { name: "Inside", url, events: ["ticket.created"] }),
    ).rejects.toMatchObject({
      message: "webhook_address_refused",
    });
});

test("a name that means this machine is refused when it is sent to", async () => {
  looked.addresses = ["93.184.215.14", "127.0.0.1"];
  const sent = await send(message(named()));
  expect(sent).toMatchObject({ status: null });
  expect(sent.fault).toContain("Not sent: hooks.example.com");
  expect(receiver.received).toEqual([]);
});

test("the address that was checked is the one connected to: nobody looks up again", async () => {
  vi.stubEnv("WEBHOOK_LOOPBACK", "1");
  forgetEnv();
  looked.addresses = ["127.0.0.1"];
  const sent = await send(message(named()));
  expect(sent).toMatchObject({ status: 204, fault: null });
  expect(looked.times).toBe(1);
  expect(receiver.received[0]?.headers.host).toBe(`hooks.example.com:${receiver.port}`);
});

test("the way to this machine is refused in production", async () => {
  const { parseEnv } = await import("@/platform/env");
  const source = {
    NODE_ENV: "production",
    PROCESS_KIND: "worker",
    AUTH_SECRET: "a secret of a real installation, long enough",
    WEBHOOK_LOOPBACK: "1",
  };
  expect(() => parseEnv(source)).toThrow("WEBHOOK_LOOPBACK");
  expect(parseEnv({ ...source, WEBHOOK_LOOPBACK: "0" })).toBeDefined();
});
