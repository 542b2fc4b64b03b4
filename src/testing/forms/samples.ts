import * as z from "zod";

type Json = z.core.JSONSchema.JSONSchema;
type Shape = z.core.JSONSchema._JSONSchema;

const texts: Readonly<Record<string, string>> = {
  uuid: "0192d3f0-7a2b-7c3d-8e4f-5a6b7c8d9e0f",
  "date-time": "2026-11-24T12:00:00.000Z",
};

function textOf({ format, pattern, minLength = 0 }: Json): string {
  const known = texts[format ?? ""];
  if (known !== undefined) return known;
  if (format !== undefined || pattern !== undefined)
    throw new Error(`No sample is known for a text of ${format ?? pattern}: add one to samples.ts`);
  return "words".padEnd(minLength, ".");
}

function numberOf({ minimum = 1, exclusiveMinimum }: Json): number {
  return Math.max(1, minimum, typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : 1);
}

/** The schemas of which a value has one, where there are several. */
function variantsOf(shape: Json): readonly Shape[] | undefined {
  const { anyOf, oneOf, type } = shape;
  if (Array.isArray(type)) return type.map((one) => ({ ...shape, type: one }));
  return anyOf ?? oneOf;
}

/** How many samples show each choice that a schema leaves, and both with and without what may be left out. */
function countOf(shape: Shape): number {
  if (typeof shape === "boolean") return 1;
  const inside = [
    ...(variantsOf(shape) ?? []),
    ...Object.values(shape.properties ?? {}),
    ...(typeof shape.items === "object" && !Array.isArray(shape.items) ? [shape.items] : []),
    ...(typeof shape.additionalProperties === "object" ? [shape.additionalProperties] : []),
  ];
  return Math.max(
    2,
    variantsOf(shape)?.length ?? 0,
    shape.enum?.length ?? 0,
    ...inside.map(countOf),
  );
}

function objectOf(shape: Json, turn: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(shape.properties ?? {}))
    if (turn % 2 === 0 || shape.required?.includes(key)) made[key] = sampleOf(inner, turn);
  const rest = shape.additionalProperties;
  if (typeof rest === "object" && turn % 2 === 0) made.words = sampleOf(rest, turn);
  return made;
}

function listOf({ items, minItems = 0 }: Json, turn: number): unknown[] {
  if (Array.isArray(items)) return items.map((item) => sampleOf(item, turn));
  const count = Math.max(minItems, turn % 2 === 0 ? 1 : 0);
  return Array.from({ length: count }, () => sampleOf(items ?? {}, turn));
}

/** `turn` says which of its choices a schema makes. */
function sampleOf(shape: Shape, turn: number): unknown {
  if (typeof shape === "boolean") return {};
  const variants = shape.enum === undefined ? variantsOf(shape) : undefined;
  if (variants !== undefined) return sampleOf(variants[turn % variants.length] ?? {}, turn);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[turn % shape.enum.length];
  if (shape.type === "object") return objectOf(shape, turn);
  if (shape.type === "array") return listOf(shape, turn);
  if (shape.type === "string") return textOf(shape);
  if (shape.type === "integer" || shape.type === "number") return numberOf(shape);
  if (shape.type === "boolean") return turn % 2 === 0;
  return shape.type === "null" ? null : {};
}

/** Payloads as today's code writes them: every choice at least once, always the same ones. */
export function samplesOf(schema: z.core.$ZodType): unknown[] {
  const shape = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return Array.from({ length: countOf(shape) }, (_, turn) => sampleOf(shape, turn));
}

/** What a schema takes, in words that outlive its code. */
export const takenBy = (schema: z.core.$ZodType): unknown =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
