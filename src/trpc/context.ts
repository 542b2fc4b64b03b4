import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { AppError } from "@/platform/errors";
import { isId, newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import type { RequestContext } from "@/platform/process";

/** What a request is to us, whichever server received it. */
export type RequestFacts = {
  method: string;
  /** The procedure, or `batch`. */
  operation: string;
  header: (name: string) => string | undefined;
  address: string;
};

/**
 * Given by identity. null when nobody is signed in.
 * @throws AppError `session_store_unavailable` when the store cannot say.
 */
export type ReadSession = (cookieHeader: string) => Promise<Actor | null>;

export type TrpcContext = RequestContext & {
  readonly address: string;
  readonly cookieHeader: string | undefined;
  readonly userAgent: string | undefined;
  /** Who asks; the session is read on the first call and once a request. */
  readonly readActor: () => Promise<Actor | null>;
  /** Rejects when the deadline passes; never resolves. */
  readonly expired: Promise<never>;
  /** Whether the answer belongs to one person and must not be kept on its way. */
  readonly isPersonal: () => boolean;
  /** Headers of the answer beside `Set-Cookie`. */
  readonly responseHeaders: Map<string, string>;
  /** The caller has gone. */
  readonly abandon: () => void;
  /** The answer is made; nothing waits for the deadline any more. */
  readonly close: () => void;
};

/** A position further than this was not made by us. */
const seenPosition = (text: string | undefined): number => {
  const position = Number(text ?? 0);
  return Number.isSafeInteger(position) && position > 0 ? position : 0;
};

/** The context of one request, even of a batch. Whoever opens it closes it. */
export function openContext(facts: RequestFacts, readSession: ReadSession): TrpcContext {
  const { method, operation, header, address } = facts;
  const controller = new AbortController();
  const cookieHeader = header("cookie");
  const givenId = header("x-request-id");
  const session: { read?: Promise<Actor | null>; found?: boolean } = {};

  let expire: (reason: AppError) => void = () => undefined;
  const expired = new Promise<never>((_, reject) => {
    expire = reject;
  });
  // Most requests end before anybody waits for this.
  expired.catch(() => undefined);
  const timer = setTimeout(() => {
    const reason = new AppError("request_timeout");
    expire(reason);
    controller.abort(reason);
  }, limits.requestDeadlineMs);

  const context: TrpcContext = {
    requestId: givenId !== undefined && isId(givenId) ? givenId : newId(),
    operation,
    mutates: method === "POST",
    atLeast: seenPosition(header("x-at-least")),
    deadlineAtMs: monotonicMs() + limits.requestDeadlineMs,
    signal: controller.signal,
    actorId: null,
    setCookies: [],
    responseHeaders: new Map(),
    address,
    cookieHeader,
    userAgent: header("user-agent"),
    expired,
    readActor: () => {
      session.read ??= cookieHeader === undefined ? nobody : readSession(cookieHeader).then(meet);
      return session.read;
    },
    isPersonal: () => session.found === true || context.setCookies.length > 0,
    abandon: () => controller.abort(),
    close: () => clearTimeout(timer),
  };
  const meet = (actor: Actor | null): Actor | null => {
    session.found = actor !== null;
    context.actorId = actor?.id ?? null;
    return actor;
  };
  return context;
}

const nobody = Promise.resolve(null);
