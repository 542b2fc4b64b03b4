"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Count } from "./badge";
import { cx } from "./cx";

export interface Tab {
  readonly value: string;
  readonly label: ReactNode;
  readonly count?: { readonly value: number | null; readonly label: string } | undefined;
  readonly content?: ReactNode;
  /** The tab of internal notes wears their paper. */
  readonly tone?: "note" | undefined;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
  readonly className?: string | undefined;
  /** The panel of whichever tab is chosen, where tabs bring no content of their own. */
  readonly children?: ReactNode;
}

const tabClass =
  "inline-flex min-h-control shrink-0 items-center gap-2 whitespace-nowrap rounded-t-control border-transparent border-b-2 px-3 text-ink-2 text-ui hover:bg-hover focus-visible:-outline-offset-2 aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink";
const noteTabClass =
  "aria-selected:border-note-edge aria-selected:border-dashed aria-selected:bg-note-paper aria-selected:text-note-ink";

/** Arrow keys move and choose; Home and End lead to the first and the last. */
export function Tabs(props: TabsProps) {
  const { label, tabs, defaultValue, onValueChange, className, children } = props;
  const [own, setOwn] = useState(defaultValue ?? tabs[0]?.value);
  const id = useId();
  const value = props.value ?? own;
  const chosen = tabs.find((tab) => tab.value === value);

  const choose = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const place = tabs.findIndex((tab) => tab.value === value);
    const next = tabs.at(placeAfter(event, place, tabs.length));
    if (next === undefined || next.value === value) return;
    event.preventDefault();
    choose(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };

  return (
    <div className={cx("flex min-h-0 flex-col", className)}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-1 pt-1"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => choose(tab.value)}
            className={cx(tabClass, tab.tone === "note" && noteTabClass)}
          >
            {tab.label}
            {tab.count && <Count {...tab.count} />}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className="flex min-h-0 flex-col"
      >
        {chosen?.content ?? children}
      </div>
    </div>
  );
}

/** The place that a key leads to, in reading direction and around the ends. */
function placeAfter(event: KeyboardEvent<HTMLElement>, place: number, count: number): number {
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  if (event.key === "Home") return 0;
  if (event.key === "End") return count - 1;
  if (event.key === "ArrowRight") return (place + forward + count) % count;
  if (event.key === "ArrowLeft") return (place - forward + count) % count;
  return place;
}
