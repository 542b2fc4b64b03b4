import { TRPCError } from "@trpc/server";
import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import * as z from "zod";
import {
  type AppError,
  type ClientReaction,
  type ErrorCode,
  type ErrorDetail,
  errorRules,
  isAppError,
} from "@/platform/errors";
import { limits } from "@/platform/limits";

/** How our statuses are called by tRPC; its own table has no name for "gone". */
const trpcCodes = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  408: "TIMEOUT",
  409: "CONFLICT",
  410: "NOT_FOUND",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
  504: "GATEWAY_TIMEOUT",
} as const satisfies Record<number, TRPC_ERROR_CODE_KEY>;

/** What tRPC itself refuses, in the words of our table. Anything else it says is a fault of ours. */
const ownCodes: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorCode>> = {
  PARSE_ERROR: "malformed_request",
  BAD_REQUEST: "malformed_request",
  NOT_FOUND: "procedure_not_found",
  METHOD_NOT_SUPPORTED: "method_not_allowed",
  PAYLOAD_TOO_LARGE: "payload_too_large",
  UNSUPPORTED_MEDIA_TYPE: "unsupported_content_type",
};

export type Refusal = { code: ErrorCode; detail: ErrorDetail };

/** Which code of the one table an error has, whoever threw it and in whichever bundle. */
export function refusalOf(error: TRPCError): Refusal {
  const { cause } = error;
  if (isAppError(cause)) return { code: cause.code, detail: cause.detail };
  if (error.code === "BAD_REQUEST" && cause instanceof z.core.$ZodError) {
    return { code: "invalid_input", detail: problemsOf(cause) };
  }
  return { code: ownCodes[error.code] ?? "internal", detail: {} };
}

/** Where the input is wrong and how, side by side; never what was sent. */
function problemsOf(error: z.core.$ZodError): ErrorDetail {
  const shown = error.issues.slice(0, limits.problemsShownMax);
  return {
    fields: shown.map((issue) => issue.path.map(String).join(".").slice(0, 200)),
    problems: shown.map((issue) => issue.message.slice(0, 200)),
  };
}

/** A refusal as tRPC throws it. */
export function asTrpcError(refusal: AppError): TRPCError {
  return new TRPCError({ code: trpcCodes[refusal.rule.http], cause: refusal });
}

export type WireError = {
  message: string;
  code: (typeof TRPC_ERROR_CODES_BY_KEY)[TRPC_ERROR_CODE_KEY];
  data: {
    code: TRPC_ERROR_CODE_KEY;
    /** tRPC's own name for `http`: its adapters answer with the status that stands here. */
    httpStatus: number;
    http: number;
    appCode: ErrorCode;
    client: ClientReaction;
    requestId: string | null;
    path?: string;
    detail?: ErrorDetail;
  };
};

/** What a client gets to see: words for a person, a code for a program, and never an inside. */
export function wireError(
  error: TRPCError,
  path: string | undefined,
  requestId: string | null,
): WireError {
  const { code: appCode, detail } = refusalOf(error);
  const { http, client, words } = errorRules[appCode];
  const code = trpcCodes[http];
  const reference = appCode === "internal" && requestId !== null ? ` Reference: ${requestId}.` : "";
  return {
    message: words + reference,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: {
      code,
      httpStatus: http,
      http,
      appCode,
      client,
      requestId,
      ...(path === undefined ? {} : { path }),
      ...(Object.keys(detail).length === 0 ? {} : { detail }),
    },
  };
}
