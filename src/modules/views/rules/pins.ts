/** Nine keys, each with the id of the view that it opens; an empty text opens none. */
export type Pins = readonly string[];

export const pinsMax = 9;

/** As everybody begins: each standard view on its own key. */
export function firstPins(views: readonly { id: string; pin: number | null }[]): Pins {
  const byPlace = new Map(
    views.flatMap(({ id, pin }) => (pin === null ? [] : [[pin, id] as const])),
  );
  return Array.from({ length: pinsMax }, (_, index) => byPlace.get(index + 1) ?? "");
}

/** Gives a view a key, or none. A view has one key, and a key opens one view. */
export function pinned(pins: Pins, viewId: string, place: number | null): string[] {
  return Array.from({ length: pinsMax }, (_, index) => {
    if (index + 1 === place) return viewId;
    const held = pins[index] ?? "";
    return held === viewId ? "" : held;
  });
}

/** The views with the keys that somebody gave them, those with keys first. */
export function withPins<View extends { id: string; pin: number | null }>(
  views: readonly View[],
  pins: Pins,
): View[] {
  const placed = views.map((view) => {
    const index = pins.indexOf(view.id);
    return { ...view, pin: index < 0 ? null : index + 1 };
  });
  const order = ({ pin }: { pin: number | null }) => pin ?? pinsMax + 1;
  return placed.toSorted((one, other) => order(one) - order(other));
}
