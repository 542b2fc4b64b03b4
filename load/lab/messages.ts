import * as z from "zod";
import {
  type JudgedBy,
  judgedBySchema,
  type LabOptions,
  type LabProgress,
  type LabReport,
  labOptionsSchema,
  labProgressSchema,
  labReportSchema,
} from "@/modules/capacity";

/** What a run is told, once, by who supervises; not on its command line, which everybody can read. */
export const labAskedSchema = z.object({
  options: labOptionsSchema,
  judgedBy: judgedBySchema,
  /** A folder that is the lab's alone. */
  dataDir: z.string(),
  /** With pages as people get them; needs a build. */
  pages: z.boolean(),
  live: z.array(z.string()),
});
export type LabAsked = {
  options: LabOptions;
  judgedBy: JudgedBy;
  dataDir: string;
  pages: boolean;
  live: readonly string[];
};

/** What it tells: how far it is, and in the end what it found. */
export const labSaidSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), progress: labProgressSchema }),
  z.object({ kind: z.literal("report"), report: labReportSchema }),
]);
export type LabSaid =
  | { kind: "progress"; progress: LabProgress }
  | { kind: "report"; report: LabReport };
