"use client";

import { cx } from "@/ui/cx";
import type { Insert } from "./inserter";

export const insertListId = "composer-inserts";
export const insertItemId = (place: number) => `${insertListId}-${place}`;

interface InsertListProps {
  readonly label: string;
  readonly items: readonly Insert[];
  readonly at: number;
  readonly onChoose: (item: Insert) => void;
}

/** What can be inserted here. Focus stays in the text; arrow keys move, Enter chooses, Esc closes. */
export function InsertList({ label, items, at, onChoose }: InsertListProps) {
  return (
    <div
      id={insertListId}
      // The focus stays in the text, which says by aria-activedescendant where one is.
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className="absolute inset-x-0 bottom-full z-50 mb-1 max-h-64 overflow-y-auto rounded-card border border-line bg-raised p-1 text-ink shadow-float md:max-w-small"
    >
      {items.map((item, place) => (
        <div
          key={item.id}
          id={insertItemId(place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          // Before the text loses its focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
          className={cx(
            "flex min-h-control cursor-default items-center gap-2 rounded-control px-2 text-ui",
            place === at ? "bg-selected" : "hover:bg-hover",
          )}
        >
          <span className="flex size-4 shrink-0 items-center justify-center">{item.icon}</span>
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.hint !== undefined && (
            <span className="max-w-1/2 truncate text-ink-2 text-small">{item.hint}</span>
          )}
        </div>
      ))}
    </div>
  );
}
