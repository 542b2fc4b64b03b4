import { asFounded, type FigureSet } from "./set";

/** How many looks in a row, one every half minute, it takes until an incident opens and ends. */
export interface Patience {
  readonly raiseAfterLooks: number;
  readonly endAfterLooks: number;
}

/** Ours: bad for a minute and a half raises, good for two and a half ends. */
export const foundingPatience: Patience = { raiseAfterLooks: 3, endAfterLooks: 5 };

export const patienceOf = (set: FigureSet = asFounded): Patience => ({
  raiseAfterLooks: set["incident.raiseAfterLooks"] ?? foundingPatience.raiseAfterLooks,
  endAfterLooks: set["incident.endAfterLooks"] ?? foundingPatience.endAfterLooks,
});
