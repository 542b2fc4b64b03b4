import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { limits } from "@/platform/limits";
import { valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { testPassword, withPassword } from "@/testing/people";
import { answerAuth } from "./commands/answer-auth";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  // Until the store answers, a process counts alone.
  await valkey("session").ping();
});
afterAll(() => services.close());

type Asked = { method?: string; body?: unknown; headers?: Record<string, string> };

async function ask(path: string, { method = "POST", body, headers = {} }: Asked = {}) {
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method,
    headers: { "content-type": "application/json", "x-forwarded-for": "10.2.2.2", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await answerAuth(request, path);
  const text = await response.text();
  const { code } = z.object({ code: z.string().optional() }).parse(JSON.parse(text || "{}"));
  return { status: response.status, code, text, headers: response.headers };
}

const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";

test("a program signs in, is known, and signs out; no answer holds the token", async () => {
  const { email } = await withPassword(await aPerson({ role: "agent" }));
  const signedIn = await ask("sign-in/email", { body: { email, password: testPassword } });
  expect(signedIn.status).toBe(200);
  const cookie = cookieOf(signedIn.headers);
  const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
  expect(token).toHaveLength(32);
  expect(signedIn.text).not.toContain(token);
  expect(signedIn.headers.get("cache-control")).toBe("no-store");
  const known = await ask("get-session", { method: "GET", headers: { cookie } });
  expect(JSON.parse(known.text)).toMatchObject({ user: { email, role: "agent" } });
  const out = await ask("sign-out", { headers: { cookie } });
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  const after = await ask("get-session", { method: "GET", headers: { cookie } });
  expect(JSON.parse(after.text)).toEqual({ user: null });
});

test("signing out works by a plain form, without any script", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const out = await ask("sign-out", { body: "", headers });
  expect([out.status, out.headers.get("location")]).toEqual([303, "/sign-in"]);
});

test("another site can neither sign somebody in nor out", async () => {
  const headers = { origin: "https://evil.example" };
  const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
  const body = { email: "a@example.com", password: "x" };
  expect((await ask("sign-in/email", { body, headers })).code).toBe("foreign_origin");
  expect((await ask("sign-out", { headers: form })).code).toBe("foreign_origin");
  const asForm = { "content-type": "application/x-www-form-urlencoded" };
  expect((await ask("sign-in/email", { body: "email=a", headers: asForm })).status).toBe(415);
});

test.each([
  ["what does not exist", "admin/list-users", { body: {} }, 404, "not_found"],
  ["another way of asking", "sign-in/email", { method: "PUT", body: {} }, 404, "not_found"],
  ["a body that is no JSON", "sign-in/email", { body: "{" }, 400, "malformed_request"],
  ["an empty body", "sign-in/email", {}, 400, "malformed_request"],
  ["a body of the wrong shape", "sign-in/email", { body: [1] }, 400, "invalid_input"],
  [
    "a field that is too long",
    "sign-in/email",
    { body: { email: "a@b.co", password: "x".repeat(9_000) } },
    400,
    "invalid_input",
  ],
  [
    "a short new password",
    "sign-up/email",
    { body: { name: "A", email: "a@b.co", password: "short" } },
    400,
    "invalid_input",
  ],
  [
    "a body that is too large",
    "sign-in/email",
    { body: "x".repeat(2_000_000) },
    413,
    "payload_too_large",
  ],
  [
    "JSON nested too deeply",
    "sign-in/email",
    { body: "[".repeat(10_000) },
    400,
    "malformed_request",
  ],
  [
    "a wrong password",
    "sign-in/email",
    { body: { email: "no@example.com", password: "wrong" } },
    401,
    "sign_in_failed",
  ],
  [
    "a link that never was",
    "reset-password",
    { body: { token: "x".repeat(24), password: testPassword } },
    410,
    "link_expired",
  ],
] as const)("%s is refused with a code", async (_, path, asked, status, code) => {
  const answered = await ask(path, asked);
  expect([answered.status, answered.code]).toEqual([status, code]);
});

test("too many attempts are told when to come again", async () => {
  const body = { email: "often@example.com", password: "wrong" };
  for (let count = 0; count < limits.signInAttemptsPerAccountMax; count += 1)
    expect((await ask("sign-in/email", { body })).status).toBe(401);
  const refused = await ask("sign-in/email", { body });
  expect(refused.status).toBe(429);
  const waitMs = Number(refused.headers.get("retry-after")) * 1000;
  expect(waitMs).toBeGreaterThan(limits.signInWindowMs - 60_000);
  expect(waitMs).toBeLessThanOrEqual(limits.signInWindowMs);
});

test("signing up answers alike whether the address has an account or not", async () => {
  const { email } = await withPassword(await aPerson());
  const given = { name: "Eve", password: "another password" };
  const taken = await ask("sign-up/email", { body: { ...given, email } });
  const free = await ask("sign-up/email", {
    body: { ...given, email: "free@example.com", role: "admin" },
  });
  expect([taken.status, taken.text]).toEqual([free.status, free.text]);
  expect([...taken.headers]).toEqual([...free.headers]);
});
