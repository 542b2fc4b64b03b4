import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { counter } from "@/platform/telemetry";
import { probeJourney } from "./journey";

/** What a stranger and a load balancer see: a page that Next renders, and whether the web is ready. */
const paths = ["/sign-in", "/health/ready"] as const;

const probes = () =>
  counter({
    name: "insightdesk_probes_total",
    help: "Looks at the product from outside, by what was seen; downtime is failed ones in time.",
    labels: ["outcome"],
  });

async function answersStrangers(): Promise<boolean> {
  const answers = await Promise.all(
    paths.map((path) =>
      fetch(new URL(path, env().PUBLIC_WEB_URL), {
        signal: AbortSignal.timeout(limits.probeMsMax),
        redirect: "manual",
      }),
    ),
  );
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
  return answers.every(({ ok }) => ok);
}

async function serves(): Promise<boolean> {
  try {
    await probeJourney(limits.probeMsMax);
    return true;
  } catch (err) {
    log().warn({ err }, "the probe could not do what a customer does");
    return false;
  }
}

export type Probing = {
  /** Looks from outside; each says within the time between two looks whether all is well. */
  isUp: () => Promise<boolean>;
  /** Does what a customer does: seldom while all is well, at every look until it is again. */
  serves: () => Promise<boolean>;
  everyMs: number;
  looksPerJourney: number;
  /** So many failed looks in a row are only a start, as long as the next one is not failed, too. */
  startLooks: number;
};

/**
 * Looks every few seconds whether the product answers, so that availability is known at night, too.
 * What it saw is counted in this process and written when the database can be written: an outage of
 * the database is remembered until it is over.
 */
export function startProbes({
  isUp = answersStrangers,
  serves: doesServe = serves,
  everyMs = limits.probeMs,
  looksPerJourney = limits.probeLooksPerJourneyCount,
  startLooks = 0,
}: Partial<Probing> = {}): { close: () => void } {
  let looks = 0;
  let served = true;
  let isStarting = true;
  let held = 0;
  /** Web and worker start side by side: that the one is not there yet is no outage. */
  const count = (failed: boolean) => {
    if (isStarting && failed && held < startLooks) {
      held += 1;
      return;
    }
    if (isStarting && failed) probes().inc({ outcome: "failed" }, held);
    isStarting = false;
    probes().inc({ outcome: failed ? "failed" : "ok" });
  };
  const look = async () => {
    const isDue = !served || looks % looksPerJourney === 0;
    looks += 1;
    const [up, works] = await Promise.all([
      isUp().catch(() => false),
      isDue ? doesServe().catch(() => false) : served,
    ]);
    served = works;
    count(!(up && works));
  };
  const timer = setInterval(() => void look(), everyMs);
  return { close: () => clearInterval(timer) };
}
