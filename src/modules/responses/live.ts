import type { LiveEvent } from "@/platform/realtime/wire";

/** What one may use depends on who asks, so an event only says that it is time to ask again. */
export function applyToResponses<State extends { asOf: number }>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  if (event.position <= state.asOf) return state;
  if (event.name === "responses.changed") return "refetch";
  return { ...state, asOf: event.position };
}
