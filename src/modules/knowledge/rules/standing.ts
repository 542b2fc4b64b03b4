type Counts = { readonly helpful: number; readonly unhelpful: number; readonly solved: number };

/**
 * How well a page has served, from 0 to 1; a page without votes stands in the middle. The share of
 * good answers with two votes of each kind put in before, so that one vote alone says little.
 */
export function standingOf({ helpful, unhelpful, solved }: Counts): number {
  const good = helpful + solved;
  return (good + 2) / (good + unhelpful + 4);
}
