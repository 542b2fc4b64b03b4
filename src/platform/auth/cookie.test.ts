import { makeSignature } from "better-auth/crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { noSessionCookie, serializeCookie, sessionCookie, sessionTokenOf } from "./cookie";

const token = "abcdefghijklmnopqrstuvwxyzABCDEF";
const old = "the secret of last year, which was long enough";
const current = "the secret of this year, which is long enough";

const header = (value: string, name = "insightdesk.session_token") =>
  `theme=dark; ${name}=${encodeURIComponent(value)}; other=1`;

function withSecrets(secret: string, previous = "") {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("AUTH_SECRET_PREVIOUS", previous);
  forgetEnv();
}

beforeEach(() => withSecrets(current));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("the cookie that we set names its session", () => {
  expect(sessionTokenOf(header(sessionCookie(token).value))).toBe(token);
});

test("a cookie that better-auth signed is one of ours", async () => {
  const value = `${token}.${await makeSignature(token, current)}`;
  expect(sessionTokenOf(header(value))).toBe(token);
  expect(sessionCookie(token).value).toBe(value);
});

test("a change of the secret signs nobody out while the one before is kept", () => {
  withSecrets(old);
  const { value } = sessionCookie(token);
  withSecrets(current, old);
  expect(sessionTokenOf(header(value))).toBe(token);
  withSecrets(current);
  expect(sessionTokenOf(header(value))).toBeNull();
});

test.each([
  ["signed with another secret", async () => `${token}.${await makeSignature(token, old)}`],
  ["of another session", async () => `${"x".repeat(32)}.${await makeSignature(token, current)}`],
  ["without a signature", async () => token],
  ["with an empty signature", async () => `${token}.`],
  [
    "with half a signature",
    async () => `${token}.${(await makeSignature(token, current)).slice(0, 20)}`,
  ],
  [
    "that names a key of the store",
    async () => {
      const key = "session:person:x";
      return `${key}.${await makeSignature(key, current)}`;
    },
  ],
  ["that is empty", async () => ""],
])("a forged cookie lets nobody in: one %s", async (_, make) => {
  expect(sessionTokenOf(header(await make()))).toBeNull();
});

test("a cookie that cannot be decoded is nobody's", () => {
  expect(sessionTokenOf("insightdesk.session_token=%E0%A4%A; x")).toBeNull();
  expect(sessionTokenOf("")).toBeNull();
});

test("a forged cookie beside a good one shuts nobody out", () => {
  const good = header(sessionCookie(token).value);
  expect(sessionTokenOf(`insightdesk.session_token=forged.abc; ${good}`)).toBe(token);
});

test("no script reads the cookie, and over https it travels by https alone", () => {
  expect(serializeCookie(sessionCookie(token))).toMatch(/; HttpOnly; SameSite=Lax$/);
  vi.stubEnv("PUBLIC_WEB_URL", "https://desk.example.com");
  forgetEnv();
  const secure = serializeCookie(sessionCookie(token));
  expect(secure).toMatch(
    /^__Secure-insightdesk\.session_token=.*; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(sessionTokenOf(header(sessionCookie(token).value))).toBeNull();
  expect(serializeCookie(noSessionCookie())).toContain("Max-Age=0");
});
