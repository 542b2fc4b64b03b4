import type { PortalFormState, PortalProblem } from "./form-state";

export type BroughtFile = {
  key: string;
  name: string;
  bytes: number;
  state: "uploading" | "ready" | "failed";
  /** From 0 to 1. */
  share: number;
  attachmentId: string | null;
  keptAtMs: number;
  problem: string | null;
  /** The file itself, where bringing it again may succeed. */
  source: File | null;
};

/** What a form shows of the writing in it. */
export type Writing = {
  files: readonly BroughtFile[];
  problems: readonly PortalProblem[];
  /** Counts the attempts, so that each failed one brings focus to what is wrong. */
  attempt: number;
  signedOut: boolean;
  /** Words of an earlier visit were put back. */
  wasKept: boolean;
  busy: "send" | "undo" | "status" | null;
};

export const firstWriting = ({ problems, attempt }: PortalFormState): Writing => ({
  files: [],
  problems,
  attempt,
  signedOut: false,
  wasKept: false,
  busy: null,
});
