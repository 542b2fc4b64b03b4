import { Ajv2020 } from "ajv/dist/2020.js";

/** The payloads that code of a recorded form does not read. */
export function unreadBy(takes: Record<string, unknown>, samples: readonly unknown[]): unknown[] {
  const isRead = new Ajv2020({ strict: false, validateFormats: false }).compile(takes);
  return samples.filter((sample) => !isRead(sample));
}
