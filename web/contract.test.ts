import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { type Heard, type Sent, send } from "./testing/send";
import { listen, prefix, type ServerName } from "./testing/servers";

const requestId = "01980000-0000-7000-8000-000000000001";
const json = { "content-type": "application/json" };
const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const get = (rest: string, headers = {}): Sent => ({ path: prefix + rest, headers });
const post = (rest: string, body: unknown, headers: Record<string, string> = json): Sent => ({
  method: "POST",
  path: prefix + rest,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const batch = (paths: string, inputs: unknown) => get(`${paths}?batch=1&input=${input(inputs)}`);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

/** Answered byte for byte as tRPC's own node adapter does. */
const sameAsStock: Record<string, Sent> = {
  "a query": get(`echo?input=${input({ a: 1, b: ["ü", null] })}`),
  "a query without input": get("echo"),
  "a query that gives nothing": get("nothing"),
  "a query that gives null": get("empty"),
  "text of every kind": get("text"),
  "a name with dots": get("deep.er.still"),
  "an escaped name": get("deep%2Eer%2Estill"),
  "input that zod refuses": get(`strict?input=${input({ subject: "", more: 1 })}`),
  "input that is missing": get("strict"),
  "input that is no JSON": get("strict?input=%7Bnot"),
  "an empty input": get("echo?input="),
  "a fault of ours": get("boom"),
  "a refusal with detail": get("changed"),
  "a status that tRPC has no name for": get("gone"),
  "an unknown procedure": get("no.such.thing"),
  "a name that objects have": get("__proto__"),
  "no name at all": get(""),
  "a query by POST": post("echo", {}),
  "a mutation by GET": get(`change?input=${input({ subject: "x" })}`),
  "cookies and headers": get("cookies"),
  "somebody signed in": get("whoami", { cookie: "who=customer" }),
  "nobody signed in": get("whoami"),
  "a forged cookie": get("whoami", { cookie: "who=%00" }),
  "the session store away": get("whoami", { cookie: "who=broken" }),
  "a role that is too narrow": get("agents", { cookie: "who=customer" }),
  "a role that is wide enough": get("agents", { cookie: "who=admin" }),
  "a GET with a foreign content type": get("echo", { "content-type": "text/plain" }),
  "a mutation": post("change", { subject: "x" }),
  "a mutation with a charset": post(
    "change",
    { subject: "x" },
    { "content-type": "application/json; charset=utf-8" },
  ),
  "a mutation without a body": post("touch", ""),
  "a mutation whose input is missing": post("change", ""),
  "a mutation whose body is broken": post("change", '{"subject":'),
  "a body with a byte order mark": post("change", '\uFEFF{"subject":"x"}'),
  "a body that is no UTF-8": {
    ...post("change", ""),
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  },
  "a broken body that nobody reads": post("touch", "{"),
  "a form's content type": post("change", "subject=x", {
    "content-type": "application/x-www-form-urlencoded",
  }),
  "no content type": post("change", "{}", {}),
  "a batch of one": batch("echo", { 0: 1 }),
  "a batch of several": batch("echo,strict,empty", { 0: 1, 1: { subject: "x" } }),
  "a batch with one failure": batch("echo,boom", {}),
  "a batch with several statuses": batch("echo,boom,changed,no.such", {}),
  "a batch that fails alike": batch("changed,changed", {}),
  "a batch of unknown names": batch("no,such", {}),
  "a batch of mixed types": batch("echo,change", {}),
  "a batch whose input is a list": batch("echo,echo", ["a", "b"]),
  "a batch whose input is a text": batch("echo", "a"),
  "a batch without input": get("echo,empty?batch=1"),
  "an input key that objects have": batch("echo", { __proto__: { 0: 1 }, 5: 1 }),
  "a batch of mutations": post("change,touch?batch=1", { 0: { subject: "x" } }),
  "a batch of mutations with failures": post("change,change?batch=1", { 0: {}, 1: 1 }),
  "a batch with promises": batch("promised,echo", {}),
  "a batch of people's cookies": {
    ...batch("cookies,whoami", {}),
    headers: { cookie: "who=agent" },
  },
  "commas without batch": get("echo,empty"),
  "batch with another value": get("echo,empty?batch=true"),
  "a HEAD": { method: "HEAD", path: `${prefix}echo` },
  "a streamed batch": {
    ...batch("echo,empty", {}),
    headers: { "trpc-accept": "application/jsonl" },
  },
  "a streamed mutation": post("touch?batch=1", {}, { ...json, "trpc-accept": "application/jsonl" }),
  "a subscription": get("ticks"),
  "broken connection parameters": get("echo?connectionParams=x"),
};

/** Where our guards speak before tRPC would; `guarded` must say the same. */
const ourGuards: Record<string, [sent: Sent, status: number, appCode: string]> = {
  "a method that changes by another name": [
    { ...post("change", {}), method: "PUT" },
    405,
    "method_not_allowed",
  ],
  "a DELETE": [{ method: "DELETE", path: `${prefix}touch` }, 405, "method_not_allowed"],
  "broken percent signs": [get("echo%zz"), 400, "malformed_request"],
  "a thousand calls in one request": [
    get(`${Array(1000).fill("echo").join(",")}?batch=1`),
    400,
    "batch_too_large",
  ],
  "one call too many": [
    batch(
      Array(limits.batchCallsMax + 1)
        .fill("echo")
        .join(","),
      {},
    ),
    400,
    "batch_too_large",
  ],
  "an address that is too long": [
    get(`echo?input=${"1".repeat(limits.urlBytesMax)}`),
    413,
    "payload_too_large",
  ],
  "JSON nested ten thousand deep in a body": [
    post("change", nested(10_000)),
    400,
    "malformed_request",
  ],
  "JSON nested too deeply in an address": [
    get(`echo?input=${nested(limits.requestJsonDepthMax + 1)}`),
    400,
    "malformed_request",
  ],
  "a body that is one byte too large": [
    post("change", "x".repeat(limits.requestBodyBytesMax + 1)),
    413,
    "payload_too_large",
  ],
  "a change from a foreign origin": [
    post("touch", {}, { ...json, origin: "https://evil.example" }),
    403,
    "foreign_origin",
  ],
  "a change from a page without origin": [
    post("touch", {}, { ...json, origin: "null" }),
    403,
    "foreign_origin",
  ],
  "a change that a browser calls cross-site": [
    post("touch", {}, { ...json, "sec-fetch-site": "cross-site" }),
    403,
    "foreign_origin",
  ],
  "a file where JSON is asked for": [
    post("change", "--b--", { "content-type": "multipart/form-data; boundary=b" }),
    415,
    "unsupported_content_type",
  ],
};

const servers: Partial<Record<ServerName, { port: number; close: () => void }>> = {};
beforeAll(async () => {
  for (const name of ["thin", "stock", "guarded"] as const) servers[name] = await listen(name);
});
afterAll(() => {
  for (const server of Object.values(servers)) server.close();
});

const ask = (name: ServerName, sent: Sent) =>
  send(servers[name]?.port ?? 0, {
    ...sent,
    headers: { ...sent.headers, "x-request-id": requestId },
  });

/**
 * What of an answer must be equal. It differs by design in two ways: we send `content-length`
 * where tRPC sends chunks, and we call a refusal of the whole request JSON, which it is, where
 * tRPC calls it text. (The third is tested below.)
 */
const comparable = ({ status, headers, body }: Heard) => {
  const type = headers["content-type"]?.replace("text/plain;charset=UTF-8", "application/json");
  const names = ["vary", "set-cookie", "cache-control", "x-request-id", "x-more"] as const;
  return { status, type, headers: names.map((name) => [name, headers[name]]), body };
};

describe("the thin handler answers as tRPC's own node adapter", () => {
  test.each(Object.entries(sameAsStock))("%s", async (_, sent) => {
    const [ours, theirs] = await Promise.all([ask("thin", sent), ask("stock", sent)]);
    expect(comparable(ours)).toEqual(comparable(theirs));
  });
});

describe("plain next start answers as the thin handler", () => {
  const all = { ...sameAsStock, ...Object.fromEntries(guardedCases()) };
  test.each(Object.entries(all))("%s", async (_, sent) => {
    const [ours, theirs] = await Promise.all([ask("thin", sent), ask("guarded", sent)]);
    expect(comparable(theirs)).toEqual(comparable(ours));
  });
});

function guardedCases(): [string, Sent][] {
  return Object.entries(ourGuards).map(([name, [sent]]) => [name, sent]);
}

describe("hostile requests are refused with a code and words", () => {
  test.each(Object.entries(ourGuards))("%s", async (_, [sent, status, appCode]) => {
    const heard = await ask("thin", sent);
    expect(heard.status).toBe(status);
    expect(JSON.parse(heard.body)).toMatchObject({ error: { data: { appCode, requestId } } });
  });
});

test("a promise in an answer is refused, and the refusal names the procedure", async () => {
  const heard = await ask("thin", get("promised"));
  expect(heard.status).toBe(415);
  expect(JSON.parse(heard.body)).toMatchObject({ error: { data: { path: "promised" } } });
});

test("a fault of ours tells a reference and nothing of the inside", async () => {
  const { body } = await ask("thin", get("boom"));
  expect(body).toContain(`Reference: ${requestId}`);
  expect(body).not.toContain("secret");
});

describe("changes from our own pages are let in", () => {
  test.each(["thin", "guarded"] as const)("by the %s server", async (name) => {
    const own = { ...json, origin: `http://127.0.0.1:${servers[name]?.port}` };
    expect((await ask(name, post("touch", {}, own))).status).toBe(200);
    const site = { ...json, "sec-fetch-site": "same-origin" };
    expect((await ask(name, post("touch", {}, site))).status).toBe(200);
  });
});
