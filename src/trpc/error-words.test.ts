import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import {
  AppError,
  type ErrorCode,
  type ErrorRule,
  errorRules,
  isAppError,
} from "@/platform/errors";
import { asTrpcError, refusalOf, wireError } from "./errors";

const rules: [string, ErrorRule][] = Object.entries(errorRules);
const isCode = (text: string): text is ErrorCode => text in errorRules;
const codes = Object.keys(errorRules).filter(isCode);

describe("every refusal has words for a person", () => {
  test.each(rules)("%s", (code, { words }) => {
    // Sentences that say what happened; never the code, and nobody is shouted at.
    expect(words).toMatch(/^[A-Z].*[.]$/);
    expect(words.length).toBeGreaterThan(20);
    expect(words).not.toContain("!");
    expect(words.toLowerCase()).not.toContain(code.replaceAll("_", " ").toLowerCase().concat(":"));
    expect(words).not.toMatch(/\b(error|invalid|exception|failed|null|undefined)\b/i);
  });
});

test("what waiting mends is asked again, and nothing else is", () => {
  for (const [code, { http, client }] of rules) {
    if (http === 503 || http === 504 || http === 429) expect(client, code).toBe("retry");
    if (http === 404 || http === 403 || http === 422) expect(client, code).not.toBe("retry");
    if (http === 500) expect(client, code).toBe("report");
  }
});

test("a refusal reaches the client with its status, its words and nothing of the inside", () => {
  for (const code of codes) {
    const refusal = new AppError(code, { cause: new Error("select secret from inside") });
    expect(isAppError(refusal)).toBe(true);
    const error = asTrpcError(refusal);
    expect(refusalOf(error).code).toBe(code);
    const sent = wireError(error, "tickets.get", null);
    expect(sent.data).toMatchObject({ http: errorRules[code].http, appCode: code });
    expect(sent.message).toBe(errorRules[code].words);
    expect(JSON.stringify(sent)).not.toContain("secret");
  }
});

test("what nobody expected is ours to explain: a reference, and no word of the fault", () => {
  const fault = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("secret") });
  const sent = wireError(fault, undefined, "r-1");
  expect(sent.data.appCode).toBe("internal");
  expect(sent.message).toContain("r-1");
  expect(JSON.stringify(sent)).not.toContain("secret");
});
