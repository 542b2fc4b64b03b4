import * as z from "zod/mini";

const refusal = z.object({
  message: z.string(),
  data: z.object({
    appCode: z.string(),
    requestId: z.nullable(z.string()),
    detail: z.optional(z.record(z.string(), z.unknown())),
  }),
});

/** What an error of the API means to a person, with its code where the server gave one. */
export function readError(error: unknown): {
  code: string | null;
  words: string;
  reference: string | undefined;
  detail: Record<string, unknown>;
} {
  const known = refusal.safeParse(error);
  if (known.success) {
    const { message, data } = known.data;
    return {
      code: data.appCode,
      words: message,
      reference: data.requestId ?? undefined,
      detail: data.detail ?? {},
    };
  }
  return {
    code: null,
    words: "The server could not be reached. Check the connection and try again.",
    reference: undefined,
    detail: {},
  };
}
