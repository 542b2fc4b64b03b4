import type { RequestContext } from "@/platform/process";

/** What a request carries along; nobody is signed in, and nothing is waited for. */
export const aRequest = (given: Partial<RequestContext> = {}): RequestContext => ({
  requestId: "r",
  operation: "tickets.get",
  mutates: false,
  atLeast: 0,
  deadlineAtMs: 0,
  signal: new AbortController().signal,
  actorId: null,
  setCookies: [],
  ...given,
});
