import type { objectives } from "./objectives";

/** Where each objective's events are counted. */
export const objectiveSources: Readonly<Record<keyof typeof objectives, string>> = {
  availability: "insightdesk_probes_total",
  apiP50: "insightdesk_response_ms",
  apiP95: "insightdesk_response_ms",
  apiP99: "insightdesk_response_ms",
  delivery: "insightdesk_delivery_ms",
  errorRate: "insightdesk_response_ms",
  queueP95: "insightdesk_job_ms",
};
