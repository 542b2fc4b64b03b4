import * as z from "zod";

/** What a process says of itself every few seconds. */
export const processReportSchema = z.object({
  id: z.string(),
  kind: z.enum(["web", "worker", "realtime"]),
  pid: z.int(),
  host: z.string(),
  port: z.int(),
  version: z.string(),
  startedAtMs: z.number(),
  atMs: z.number(),
  state: z.enum(["starting", "ready", "draining", "stopped"]),
  /** Share of one core since the report before. */
  cpuShare: z.number(),
  rssBytes: z.number(),
  /** Of a realtime server: the sockets that it holds. */
  connections: z.int().optional(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), says: z.string().optional() })),
});
export type ProcessReport = z.output<typeof processReportSchema>;
