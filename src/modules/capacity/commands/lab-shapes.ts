import * as z from "zod";
import { limits } from "@/platform/limits";
import { type JudgedBy, judgingFigures } from "../rules/lab/judged-by";
import { labProcessesMax, labScales, labScenarioNames, labTickets } from "../rules/lab/options";
import type { LabProgress, LabReport, LabWindow } from "../rules/lab/report";

const processes = z.int().min(1).max(labProcessesMax);
export const labOptionsSchema = z.object({
  scenario: z.enum(labScenarioNames),
  minutesScale: z.literal([...labScales]),
  tickets: z.literal([...labTickets]),
  webs: processes,
  realtimes: processes,
  workers: processes,
});

const judging = z.object({
  version: z.int().min(0),
  set: z.record(z.string().max(limits.figureKeyCharsMax), z.number()),
});
export const judgedBySchema = z.record(
  z.enum(judgingFigures),
  judging,
) satisfies z.ZodType<JudgedBy>;

const ms = z.number().nullable();
const words = z.string().max(limits.loadRunSaysCharsMax);
const figures = z.object({
  operation: words,
  requests: z.int(),
  failed: z.int(),
  msP50: ms,
  msP95: ms,
  msP99: ms,
  msMax: ms,
});

const windowSchema = z.object({
  seconds: z.number(),
  visitors: z.int(),
  perSecond: z.number(),
  failed: z.int(),
  msP50: ms,
  msP95: ms,
  busiest: z.object({ name: words, cores: z.number() }).nullable(),
}) satisfies z.ZodType<LabWindow>;
const windows = z.array(windowSchema).max(limits.loadRunWindowsMax);

export const labProgressSchema = z.object({
  phase: z.enum(["preparing", "running", "ending"]),
  says: words,
  windows,
}) satisfies z.ZodType<LabProgress>;

/** What comes from another process is looked at before it is kept. */
export const labReportSchema = z.object({
  options: labOptionsSchema,
  seconds: z.number(),
  perSecond: z.number(),
  visits: z.int(),
  dropped: z.int(),
  visitorsMax: z.int(),
  all: figures,
  operations: z.array(figures).max(100),
  verdicts: z.array(z.object({ threshold: words, value: ms, holds: z.boolean() })).max(20),
  heard: z.object({
    listeners: z.int(),
    missing: z.int(),
    doubled: z.int(),
    disordered: z.int(),
    msP95: ms,
  }),
  broke: z.array(z.object({ seconds: z.number(), what: words })).max(100),
  processes: z
    .array(
      z.object({
        name: words,
        coresP50: z.number(),
        coresMax: z.number(),
        memoryMbMax: z.number(),
      }),
    )
    .max(50),
  windows,
  on: z.object({
    version: words,
    commit: words,
    at: z.iso.datetime(),
    cpu: words,
    cores: z.int(),
    memoryGb: z.number(),
    node: words,
    postgres: words,
    valkey: words,
    tickets: z.int(),
    databaseMb: z.number(),
  }),
}) satisfies z.ZodType<LabReport>;
