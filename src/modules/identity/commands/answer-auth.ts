import type * as z from "zod";
import { noSessionCookie, readSession, serializeCookie } from "@/platform/auth";
import { AppError, isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { checkRequest, readJsonText } from "@/trpc/guards";
import {
  requestResetSchema,
  resetSchema,
  signInSchema,
  signUpSchema,
  verifySchema,
} from "../schema";
import type { Caller } from "../steps/attempts";
import { callerOf } from "../steps/caller";
import { requestReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

type Call = { caller: Caller; cookieHeader: string; readBody: () => Promise<unknown> };
type Done = { body: object; setCookie?: string };
type Endpoint = (call: Call) => Promise<Done>;

/** What a body says; the same words for whatever is wrong with it. */
async function bodyOf<Shape extends z.ZodType>(schema: Shape, call: Call) {
  const parsed = schema.safeParse(await call.readBody());
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.map(String).join("."));
  throw new AppError("invalid_input", { detail: { fields } });
}

const accepted: Done = { body: { accepted: true } };

/** The names are better-auth's; what is not listed here does not exist. No answer holds a token. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  "POST sign-in/email": async (call) => {
    const { user, cookie } = await signIn(call.caller, await bodyOf(signInSchema, call));
    return { body: { user }, setCookie: serializeCookie(cookie) };
  },
  "POST sign-up/email": async (call) => {
    await signUp(call.caller, await bodyOf(signUpSchema, call));
    return accepted;
  },
  "POST request-password-reset": async (call) => {
    await requestReset(call.caller, await bodyOf(requestResetSchema, call));
    return accepted;
  },
  "POST reset-password": async (call) => {
    await resetPassword(call.caller, await bodyOf(resetSchema, call));
    return accepted;
  },
  "POST verify-email": async (call) => {
    await verifyEmail(call.caller, await bodyOf(verifySchema, call));
    return accepted;
  },
  "POST sign-out": async (call) => {
    await signOut(call.cookieHeader);
    return { body: { signedOut: true }, setCookie: serializeCookie(noSessionCookie()) };
  },
  "GET get-session": async (call) => {
    const actor = await readSession(call.cookieHeader);
    if (actor === null) return { body: { user: null } };
    const { id, name, email, role } = actor;
    return { body: { user: { id, name, email, role } } };
  },
};

const formType = "application/x-www-form-urlencoded";

async function answer(request: Request, path: string): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const { method } = request;
  const endpoint = endpoints[`${method} ${path}`];
  if (endpoint === undefined) throw new AppError("not_found");
  // A plain form may sign out, without any script; it says nothing that would have to be JSON.
  const isForm = path === "sign-out" && header("content-type")?.startsWith(formType) === true;
  const url = new URL(request.url);
  checkRequest({ method, header, url: url.pathname + url.search, paths: [], takesForm: isForm });
  const { body, setCookie } = await endpoint({
    caller: callerOf(request.headers),
    cookieHeader: header("cookie") ?? "",
    readBody: () => readBody(request),
  });
  const headers = new Headers({ "cache-control": "no-store" });
  if (setCookie !== undefined) headers.append("set-cookie", setCookie);
  if (!isForm) return Response.json(body, { headers });
  headers.set("location", "/sign-in");
  return new Response(null, { status: 303, headers });
}

async function readBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.authBodyBytesMax)
    throw new AppError("payload_too_large", { detail: { bodyBytesMax: limits.authBodyBytesMax } });
  const text = request.body === null ? "" : await readJsonText(request.body);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed_request", { cause });
  }
}

export function refused(thrown: unknown): Response {
  if (!isAppError(thrown)) log().error({ err: thrown }, "a sign-in request failed");
  const refusal = isAppError(thrown) ? thrown : new AppError("internal");
  const { code, detail, rule } = refusal;
  const waitMs = Number(detail.retryAfterMs ?? (rule.http === 503 ? 1_000 : 0));
  const headers = new Headers({ "cache-control": "no-store" });
  if (waitMs > 0) headers.set("retry-after", String(Math.ceil(waitMs / 1_000)));
  return Response.json({ code, message: rule.words, detail }, { status: rule.http, headers });
}

/** Answers `/api/auth/<path>`: sign-in for programs, and the form that signs out. */
export async function answerAuth(request: Request, path: string): Promise<Response> {
  try {
    return await answer(request, path);
  } catch (thrown) {
    return refused(thrown);
  }
}
