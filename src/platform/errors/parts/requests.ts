import type { ErrorRule } from "../rule";

/** What is wrong with a request, whatever it asks for. */
export const requests = {
  invalid_input: {
    http: 400,
    client: "correct",
    words: "Something in this form is not right. Nothing was saved. Correct it and send it again.",
  },
  malformed_request: {
    http: 400,
    client: "report",
    words: "The request could not be read. Nothing was changed.",
  },
  batch_too_large: {
    http: 400,
    client: "report",
    words: "Too many calls in one request. Nothing was changed.",
  },
  payload_too_large: {
    http: 413,
    client: "correct",
    words: "That is larger than we accept. Nothing was saved. Make it smaller and try again.",
  },
  unsupported_content_type: {
    http: 415,
    client: "report",
    words: "Only JSON is accepted here. Nothing was changed.",
  },
  foreign_origin: {
    http: 403,
    client: "report",
    words: "This change came from another site and was refused. Nothing was changed.",
  },
  request_timeout: {
    http: 504,
    client: "retry",
    words: "This took too long and was stopped. Nothing was changed. Try again in a moment.",
  },
  procedure_not_found: {
    http: 404,
    client: "report",
    words: "This part of InsightDesk does not exist. Reload the page and try again.",
  },
  method_not_allowed: {
    http: 405,
    client: "report",
    words: "This part of InsightDesk is not asked that way. Nothing was changed.",
  },
  rate_limited: {
    http: 429,
    client: "retry",
    words: "That was too often in a short time. Wait a moment and try again.",
  },
  command_id_reused: {
    http: 409,
    client: "report",
    words: "This change was already sent with other content. Reload the page and try again.",
  },
  page_mark_invalid: {
    http: 400,
    client: "refetch",
    words: "This place in the list is not known any more. Start from the top.",
  },
  job_version_unknown: {
    http: 422,
    client: "report",
    words: "A job was written by another version and cannot be read by this one.",
  },
  internal: {
    http: 500,
    client: "report",
    words: "Something went wrong on our side. Try again; if it stays, tell us the reference.",
  },
} as const satisfies Record<string, ErrorRule>;
