import type { LiveEvent } from "@/platform/realtime/wire";

/** A list depends on who asks and how it is filtered: an event only says that it is time to ask. */
export function applyToKnowledge<State extends { asOf: number }>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  if (event.position <= state.asOf) return state;
  if (event.name.startsWith("knowledge.")) return "refetch";
  return { ...state, asOf: event.position };
}
