import { readSession } from "@/platform/auth";
import { env } from "@/platform/env";
import { withRequestContext } from "@/platform/process";
import { openContext } from "./context";
import { callerAddress, checkRequest } from "./guards";
import { createCallerFactory } from "./init";
import { appRouter } from "./root";

const callerFor = createCallerFactory(appRouter);
type Caller = ReturnType<typeof callerFor>;

/** Calls the API for a plain form: the same procedures, limits and guards as for everybody. */
export async function withFormCaller<Result>(
  request: Request,
  work: (caller: Caller) => Promise<Result>,
): Promise<Result> {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const url = new URL(request.url).pathname;
  checkRequest({ method: "POST", header, url, paths: [], takesForm: true });
  const address = callerAddress(header("x-forwarded-for"), undefined, env().PROXY_HOPS);
  const context = openContext({ method: "POST", operation: "form", header, address }, readSession);
  try {
    return await withRequestContext(context, () => work(callerFor(context)));
  } finally {
    context.close();
  }
}
