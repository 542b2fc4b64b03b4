import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./page-security";

const production = {
  NODE_ENV: "production",
  PUBLIC_REALTIME_URL: "https://live.example.com/socket",
} as const;

const rule = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `));

test("only scripts with this page's nonce run", () => {
  const scripts = rule(contentSecurityPolicy("abc", production), "script-src");
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
});

test("no other site can frame a page, take its forms or move its base", () => {
  const policy = contentSecurityPolicy("abc", production);
  expect(rule(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(rule(policy, "form-action")).toBe("form-action 'self'");
  expect(rule(policy, "base-uri")).toBe("base-uri 'none'");
});

test("a page reaches its socket and its store, and nothing else", () => {
  const policy = contentSecurityPolicy("abc", {
    ...production,
    S3_ENDPOINT: "https://store.example.com/bucket",
  });
  expect(rule(policy, "connect-src")).toBe(
    "connect-src 'self' https://live.example.com wss://live.example.com https://store.example.com",
  );
});

test("inline styles are let in as attributes alone", () => {
  const policy = contentSecurityPolicy("abc", production);
  expect(rule(policy, "style-src")).toBe("style-src 'self' 'nonce-abc'");
  expect(rule(policy, "style-src-attr")).toBe("style-src-attr 'unsafe-inline'");
});
