import { expect, test } from "vitest";
import { identify } from "./valkey-identity";

test("Valkey, which also tells a Redis version, is Valkey", () => {
  const info = "# Server\r\nredis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1\r\n";
  expect(identify(info)).toEqual({ name: "valkey", version: "8.1.1" });
});

test("Redis is Redis", () => {
  const info = "# Server\r\nredis_version:7.0.15\r\nredis_mode:standalone\r\n";
  expect(identify(info)).toEqual({ name: "redis", version: "7.0.15" });
});

test("what only speaks the protocol is neither", () => {
  const info = "redis_version:7.4.0\r\ndragonfly_version:df-1.2\r\n";
  expect(identify(info).name).toBe("unknown");
  expect(identify("nothing of the kind").name).toBe("unknown");
});
