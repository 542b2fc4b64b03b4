/**
 * The few questions that a page asks of data before it is painted. A library for this weighs as
 * much as the queue; what crosses a boundary on a server is still read by zod.
 */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === "string";

export const isNumber = (value: unknown): value is number => typeof value === "number";

export const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === "string";
