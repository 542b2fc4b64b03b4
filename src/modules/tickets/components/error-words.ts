import { isRecord, isText } from "@/platform/shape";

/** What an error of the API means to a person, with its code where the server gave one. */
export function readError(error: unknown): {
  code: string | null;
  words: string;
  reference: string | undefined;
  detail: Readonly<Record<string, unknown>>;
} {
  if (isRecord(error) && isText(error.message) && isRecord(error.data)) {
    const { appCode, requestId, detail } = error.data;
    if (isText(appCode))
      return {
        code: appCode,
        words: error.message,
        reference: isText(requestId) ? requestId : undefined,
        detail: isRecord(detail) ? detail : {},
      };
  }
  return {
    code: null,
    words: "The server could not be reached. Check the connection and try again.",
    reference: undefined,
    detail: {},
  };
}
