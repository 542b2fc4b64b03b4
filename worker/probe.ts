import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { counter } from "@/platform/telemetry";

/** What a stranger and a load balancer see: a page that Next renders, and whether the web is ready. */
const paths = ["/sign-in", "/health/ready"] as const;

const probes = () =>
  counter({
    name: "insightdesk_probes_total",
    help: "Looks at the product from outside, by what was seen; downtime is failed ones in time.",
    labels: ["outcome"],
  });

async function isUp(base: string): Promise<boolean> {
  const answers = await Promise.all(
    paths.map((path) =>
      fetch(new URL(path, base), {
        signal: AbortSignal.timeout(limits.probeMsMax),
        redirect: "manual",
      }),
    ),
  );
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
  return answers.every(({ ok }) => ok);
}

/**
 * Looks every few seconds whether the product answers, so that availability is known at night, too.
 * What it saw is counted in this process and written when the database can be written: an outage of
 * the database is remembered until it is over.
 */
export function startProbes(): { close: () => void } {
  const look = async () => {
    const up = await isUp(env().PUBLIC_WEB_URL).catch(() => false);
    probes().inc({ outcome: up ? "ok" : "failed" });
  };
  const timer = setInterval(() => void look(), limits.probeMs);
  return { close: () => clearInterval(timer) };
}
