import { io } from "socket.io-client";
import { openProbeSession } from "@/modules/identity";
import { monotonicMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { deliverySchema } from "@/platform/realtime/wire";
import { durationHistogram } from "@/platform/telemetry";

type Visitor = { personId: string; cookie: string };
type Step = "list" | "create" | "see";

/** No word that anybody could look for: pages of hits would have gaps where probes are left out. */
export const probeWords = { subject: "Probe", body: "…" } as const;

let visitor: Visitor | null = null;

function tookMs(step: Step, ms: number): void {
  durationHistogram({
    name: "insightdesk_probe_ms",
    help: "How long a synthetic customer waited for each step of a probe.",
    labels: ["step"],
  }).observe({ step }, ms);
}

async function asked(path: string, init: RequestInit): Promise<void> {
  const answer = await fetch(new URL(path, env().PUBLIC_WEB_URL), { ...init, redirect: "manual" });
  await answer.body?.cancel();
  if (answer.status === 401) visitor = null;
  if (!answer.ok) throw new Error(`${path.split("?")[0]} was answered by ${answer.status}`);
}

/** Hears of the probe's own new tickets, on a socket as a browser has one. */
function hearing({ personId, cookie }: Visitor, commandId: string, signal: AbortSignal) {
  const socket = io(env().PUBLIC_REALTIME_URL, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  const until = (settle: (resolve: () => void, reject: (why: Error) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("The probe took too long.")), {
        once: true,
      });
      socket.on("connect_error", reject);
      settle(resolve, reject);
    });
  const connected = until((resolve) => socket.on("connect", resolve));
  const seen = until((resolve) =>
    socket.on(wire.event, (raw: unknown) => {
      const told = deliverySchema.safeParse(raw);
      if (!told.success || told.data.room !== rooms.person(personId)) return;
      if (told.data.event.commandId === commandId) resolve();
    }),
  );
  // Whichever is awaited first says why; the other one's reason is the same.
  connected.catch(() => undefined);
  seen.catch(() => undefined);
  return { connected, seen, close: () => socket.close() };
}

/**
 * Does what a customer does: looks at the list, asks something, and hears of it on a socket. The
 * person and the ticket are synthetic: no list, count, search, report or promise knows them.
 * @throws Error when a step fails, or when all of them together take too long.
 */
export async function probeJourney(msMax: number): Promise<void> {
  const signal = AbortSignal.timeout(msMax);
  visitor ??= await openProbeSession();
  const { cookie } = visitor;
  const commandId = newId();
  const live = hearing(visitor, commandId, signal);
  try {
    let atMs = monotonicMs();
    const done = (step: Step) => {
      tookMs(step, monotonicMs() - atMs);
      atMs = monotonicMs();
    };
    const input = encodeURIComponent(JSON.stringify({ 0: {} }));
    await asked(`/api/trpc/requests.list?batch=1&input=${input}`, { headers: { cookie }, signal });
    done("list");
    await live.connected;
    atMs = monotonicMs();
    await asked("/api/trpc/tickets.create?batch=1", {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ 0: { commandId, ...probeWords } }),
      signal,
    });
    done("create");
    await live.seen;
    done("see");
  } finally {
    live.close();
  }
}
