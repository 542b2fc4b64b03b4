import { headers } from "next/headers";
import { readSession } from "@/platform/auth";
import { env } from "@/platform/env";
import { withRequestContext } from "@/platform/process";
import { openContext } from "./context";
import { callerAddress, checkRequest } from "./guards";
import { createCallerFactory } from "./init";
import { appRouter } from "./root";

const callerFor = createCallerFactory(appRouter);
type Caller = ReturnType<typeof callerFor>;

/** Calls the API for a form that came without a script: the same procedures, limits and guards. */
export async function withFormCaller<Result>(
  work: (caller: Caller) => Promise<Result>,
): Promise<Result> {
  const given = await headers();
  const header = (name: string) => given.get(name) ?? undefined;
  checkRequest({ method: "POST", header, url: "/portal", paths: [], takesForm: true });
  const address = callerAddress(header("x-forwarded-for"), undefined, env().PROXY_HOPS);
  const facts = { method: "POST", operation: "form", header, address };
  const context = openContext(facts, readSession);
  try {
    return await withRequestContext(context, () => work(callerFor(context)));
  } finally {
    context.close();
  }
}
