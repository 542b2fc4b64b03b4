import type { RouterOutputs } from "@/trpc/client";
import type { Health } from "@/ui/glyphs";

export type IncidentView = RouterOutputs["capacity"]["incidents"]["incidents"][number];
export type IncidentEntry = RouterOutputs["capacity"]["incident"]["entries"][number];

export function healthOfIncident({ level, resolvedAt, unknown }: IncidentView): Health {
  if (resolvedAt !== null) return "ok";
  return unknown ? "unknown" : level;
}

export function stateWords(incident: IncidentView): string {
  if (incident.resolvedAt !== null) return "Over";
  if (incident.unknown) return "Not seen any more";
  return incident.level === "critical" ? "Critical" : "Warning";
}

/** The worst first, else as they came. */
export function worstFirst(open: readonly IncidentView[]): IncidentView[] {
  return [...open].sort(
    (one, other) => Number(other.level === "critical") - Number(one.level === "critical"),
  );
}

/** Is anything wrong? The worst first, and how many more. */
export function incidentsSentence(open: readonly IncidentView[]): {
  health: Health;
  sentence: string;
} {
  const [worst] = worstFirst(open);
  if (worst === undefined) return { health: "ok", sentence: "Nothing is wrong." };
  const others = open.length - 1;
  const more = others === 0 ? "" : ` ${others} more ${others === 1 ? "is" : "are"} open.`;
  return { health: healthOfIncident(worst), sentence: `${worst.title}.${more}` };
}

/** What happened, as a line begins. */
export function entryWords({ kind, by }: IncidentEntry): string {
  switch (kind) {
    case "opened":
      return "Raised";
    case "worsened":
      return "Became critical";
    case "unknown":
      return "Lost from sight";
    case "acknowledged":
      return `${by ?? "Somebody"} acknowledged it`;
    case "note":
      return `${by ?? "Somebody"} noted`;
    case "scaling":
      return "Scaling decided";
    default:
      return "In order again";
  }
}
