import { monotonicMs } from "@/platform/clock";
import { processShared } from "@/platform/process";
import type { FieldDefinition } from "../types";
import { fieldDefinitions } from "./definitions";

type Known = {
  definitions: readonly FieldDefinition[];
  written: string;
  atMs: number;
};

const none: Known = { definitions: [], written: "[]", atMs: Number.NEGATIVE_INFINITY };
const kept = () => processShared("custom-fields", () => ({ known: none }));

/** The custom fields as this process knows them: for filters, which are read without waiting. */
export const knownDefinitions = (): readonly FieldDefinition[] => kept().known.definitions;

/**
 * Sees to it that they are no older than `ageMsMax`. The list stays the same one until something
 * about it changes, so that whatever is made of it is made once.
 */
export async function knowDefinitions(ageMsMax: number): Promise<readonly FieldDefinition[]> {
  const { known } = kept();
  if (monotonicMs() - known.atMs < ageMsMax) return known.definitions;
  const atMs = monotonicMs();
  const fresh = (await fieldDefinitions()).filter((field) => !field.leaving);
  const written = JSON.stringify(fresh);
  const definitions = written === known.written ? known.definitions : fresh;
  kept().known = { definitions, written, atMs };
  return definitions;
}
