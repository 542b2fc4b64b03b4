import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { aRealtimeServer, type RealtimeServer, refusalOf } from "./testing/sockets";

let services: TestServices;
let server: RealtimeServer;
let anna: Actor;
beforeAll(async () => {
  services = await testServices({ HOST: "127.0.0.1", PROCESS_KIND: "realtime" });
  anna = await aPerson({ name: "Anna" });
  server = await aRealtimeServer();
});
afterAll(async () => {
  await server.close();
  await services.close();
});

/** How many connections count towards the most that the server takes, as it says itself. */
const counted = async () =>
  /^insightdesk_socket_connections (\d+)$/m.exec(
    await (await fetch(`${server.url}/metrics`)).text(),
  )?.[1];

test("whoever is refused takes no place, however often they try", async () => {
  const { cookie } = await aDeviceOf(anna);
  const foreign = { cookie, origin: "https://evil.example" };
  const tries = Array.from({ length: 200 }, (_, at) =>
    refusalOf(server.open(at % 2 === 0 ? {} : foreign)),
  );
  expect(new Set(await Promise.all(tries)).size).toBeGreaterThan(1);
  await expect.poll(counted).toBe("0");
  await server.socketOf(anna);
  await expect.poll(counted).toBe("1");
});
