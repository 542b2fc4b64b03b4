import type { LiveEvent } from "@/platform/realtime/wire";

/** What an event does to the list of one's actions: it is short and asked for again. */
export function applyToActions<State extends { asOf: number }>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  if (event.position <= state.asOf) return state;
  if (event.name === "bulk.progressed") return "refetch";
  return { ...state, asOf: event.position };
}
