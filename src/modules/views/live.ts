import type { LiveEvent } from "@/platform/realtime/wire";

/** What an event does to the list of views: it is short, so whatever changes it asks for it again. */
export function applyToViews<State extends { asOf: number }>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  if (event.position <= state.asOf) return state;
  // Teams are put away, and people leave them: with them go the views that they share.
  if (event.name === "views.changed" || event.name === "identity.teams_changed") return "refetch";
  return { ...state, asOf: event.position };
}
