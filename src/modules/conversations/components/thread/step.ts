import type { ThreadItem } from "./thread-items";

interface Step {
  readonly items: readonly ThreadItem[];
  readonly by: 1 | -1;
  /** The first and the last row in sight: there one begins when no message has focus. */
  readonly first: number;
  readonly last: number;
}

/** The message to which a step leads from the one that has focus. */
export function messageStep({ items, by, first, last }: Step): string | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key;
  const here = items.findIndex((item) => item.key === focused);
  const from = here >= 0 ? here + by : by === 1 ? first : last;
  for (let index = from; index >= 0 && index < items.length; index += by) {
    const item = items[index];
    if (item?.type === "message") return item.key;
  }
  return null;
}
