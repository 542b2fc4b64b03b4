import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { listen } from "@/platform/http";
import { newId } from "@/platform/ids";
import { lastPosition } from "@/platform/outbox";
import { makeLifecycle } from "@/platform/process";
import { closeQueues, consume } from "@/platform/queues";
import { registerOperations } from "@/platform/telemetry";
import { startTracing } from "@/platform/tracing";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { appRouter } from "@/trpc/root";
import { EventLog } from "../realtime/event-log";
import { startFeed } from "../realtime/feed";
import { handleTrpc } from "../web/handler";
import { processors } from "./processors";
import { startRelay } from "./relay";

const sentSchema = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(
                z.object({
                  key: z.string(),
                  value: z.looseObject({ stringValue: z.string().optional() }),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});
type Span = z.output<
  typeof sentSchema
>["resourceSpans"][number]["scopeSpans"][number]["spans"][number];

let services: TestServices;
const got: Span[] = [];
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const life = makeLifecycle(silent);

/** What stands for a collector: takes OTLP over HTTP, as JSON. */
const collector = createServer((req, res) => {
  const parts: Buffer[] = [];
  req.on("data", (part: Buffer) => parts.push(part));
  req.on("end", () => {
    const { resourceSpans } = sentSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
    if (req.url === "/v1/traces")
      for (const { scopeSpans } of resourceSpans)
        for (const { spans } of scopeSpans) got.push(...spans);
    res.setHeader("content-type", "application/json");
    res.end("{}");
  });
});

beforeAll(async () => {
  const port = await listen(collector, "127.0.0.1", 0);
  services = await testServices({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
    // Sent by the test's own end, and long before by the clock.
    OTEL_BSP_SCHEDULE_DELAY: "200",
  });
  registerOperations(["tickets.open"]);
  await startTracing(life, "worker");
});
afterAll(async () => {
  await closeQueues();
  await services.close();
  collector.close();
});

async function callOverHttp(actor: Actor, path: string, input: object): Promise<string> {
  const web = createServer((req, res) => {
    void handleTrpc({ router: appRouter, readSession: async () => actor }, req, res, path);
  });
  const port = await listen(web, "127.0.0.1", 0);
  const requestId = newId();
  const response = await fetch(`http://127.0.0.1:${port}/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": requestId, cookie: "a=b" },
    body: JSON.stringify({ commandId: aCommandId(), ...input }),
  });
  expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
  web.close();
  return requestId;
}

test("one request's trace goes through procedure, statement, outbox, job and socket, and holds no value", async () => {
  const anna = await aPerson({ name: "Anna" });
  const mia = await aPerson({ role: "agent" });
  const feed = await startFeed(
    new EventLog((await lastPosition()).last, 100),
    () => undefined,
    () => undefined,
  );
  const relay = startRelay();
  const worker = consume(
    "notifications",
    processors.filter(({ queue }) => queue === "notifications"),
  );
  const requestId = await callOverHttp(mia, "tickets.open", {
    requester: { id: anna.id },
    subject: "A secret subject",
    body: "She called.",
    how: "note",
  });
  const traceId = requestId.replaceAll("-", "");
  const mine = () => got.filter((span) => span.traceId === traceId);
  const named = (name: string) => mine().find((span) => span.name === name);
  await expect
    .poll(() => mine().map(({ name }) => name))
    .toEqual(
      expect.arrayContaining([
        "POST tickets.open",
        "tickets.open",
        "publish ticket.created",
        "notifications.decide",
        "deliver ticket.created",
      ]),
    );
  const root = named("POST tickets.open");
  const procedure = named("tickets.open");
  expect(root?.parentSpanId ?? "").toBe("");
  expect(procedure?.parentSpanId).toBe(root?.spanId);
  for (const name of ["publish ticket.created", "notifications.decide", "deliver ticket.created"])
    expect(named(name)?.parentSpanId).toBe(root?.spanId);
  const statements = mine().filter(({ attributes }) =>
    attributes.some(
      ({ key, value }) => key === "db.query.text" && value.stringValue?.includes("$1"),
    ),
  );
  expect(statements.some(({ parentSpanId }) => parentSpanId === procedure?.spanId)).toBe(true);
  expect(JSON.stringify(got)).not.toContain("A secret subject");
  await worker.close();
  await relay.close();
  await feed.close();
  await life.drain("test over");
});
