import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { askingNames } from ".";

const asked: string[] = [];
const silent = createSocket("udp4");
beforeAll(async () => {
  silent.on("message", (message) => asked.push(message.toString("latin1")));
  silent.bind(0, "127.0.0.1");
  await once(silent, "listening");
  vi.stubEnv("DNS_SERVERS", `127.0.0.1:${silent.address().port}`);
  forgetEnv();
});
afterAll(() => silent.close());

const ask = () => askingNames((name) => name("anna.example", "TXT"));

test("where nobody answers, the next letters do not wait for that as well", async () => {
  await expect(ask()).rejects.toMatchObject({ code: "ETIMEOUT" });
  expect(asked.length).toBeGreaterThan(0);
  const before = asked.length;
  await expect(ask()).rejects.toMatchObject({ code: "ETIMEOUT" });
  expect(asked).toHaveLength(before);
}, 60_000);
