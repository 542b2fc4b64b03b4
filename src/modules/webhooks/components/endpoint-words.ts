import type { RouterOutputs } from "@/trpc/client";
import { numberWords } from "@/ui/format/number";
import type { Health } from "@/ui/glyphs";

export type EndpointView = RouterOutputs["webhooks"]["list"]["endpoints"][number];

/** How an endpoint is, and in a few words why. */
export function healthOfEndpoint(endpoint: EndpointView): { health: Health; says: string } {
  if (endpoint.off?.reason === "person") return { health: "unknown", says: "Switched off" };
  if (endpoint.off?.reason === "gone")
    return { health: "critical", says: "Switched off: the receiver said that it is gone" };
  if (endpoint.off !== null)
    return { health: "critical", says: "Switched off: nothing arrived for three days" };
  if (endpoint.failingSince !== null)
    return { health: "warning", says: "Does not take what is sent" };
  return { health: "ok", says: "Gets what is sent" };
}

export function lastDayWords({ lastDay }: EndpointView, locale: string): string {
  const { delivered, failed, waiting } = lastDay;
  if (delivered + failed + waiting === 0) return "Nothing was sent in 24 hours";
  const parts = [
    `${numberWords(delivered, locale)} delivered`,
    ...(failed === 0 ? [] : [`${numberWords(failed, locale)} failed`]),
    ...(waiting === 0 ? [] : [`${numberWords(waiting, locale)} waiting`]),
  ];
  return `${parts.join(", ")} in 24 hours`;
}

export function webhooksSentence(all: readonly EndpointView[]): string {
  if (all.length === 0)
    return "Tell other systems what happens here, signed and tried for three days.";
  const troubled = all.filter((each) => {
    const { health } = healthOfEndpoint(each);
    return health === "warning" || health === "critical";
  });
  const [first] = troubled;
  if (first === undefined)
    return all.length === 1
      ? "The webhook gets what is sent."
      : `All ${all.length} webhooks get what is sent.`;
  const others = troubled.length - 1;
  return `${first.name} does not get what is sent.${others === 0 ? "" : ` ${others} more need a look.`}`;
}
