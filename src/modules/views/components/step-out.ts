import { clearSelection, isSelecting } from "@/modules/tickets/components/queue/selection";
import type { usePlace } from "@/modules/tickets/components/use-place";

const focusIn = (selector: string): boolean => {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null && document.activeElement === element;
};

/** One step out: from the field to the conversation, from there to the row, from there to the list. */
export function stepOut({ number, go }: ReturnType<typeof usePlace>): void {
  const here = document.activeElement;
  if (here instanceof HTMLElement && here.closest('[data-action-scope="composer"]') !== null) {
    focusIn("#ticket-title");
    return;
  }
  if (isSelecting()) {
    clearSelection();
    return;
  }
  const isInList = here instanceof HTMLElement && here.closest("#list") !== null;
  if (!isInList && focusIn('#list [role="row"][tabindex="0"]')) return;
  if (number !== null) go({ number: null });
}
