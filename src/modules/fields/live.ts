import type { LiveEvent } from "@/platform/realtime/wire";

/** Definitions are few and seldom changed: what an event says of them is that they changed. */
export function applyToFields<State extends { asOf: number }>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  if (event.position <= state.asOf) return state;
  if (event.name === "fields.changed") return "refetch";
  return { ...state, asOf: event.position };
}
