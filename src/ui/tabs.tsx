"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";
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
}

const tabClass =
  "inline-flex min-h-control items-center gap-2 rounded-t-control border-transparent border-b-2 px-3 text-ink-2 text-ui hover:bg-hover data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink";
const noteTabClass =
  "data-[state=active]:border-note-edge data-[state=active]:border-dashed data-[state=active]:bg-note-paper data-[state=active]:text-note-ink";

/** Arrow keys move and choose; each tab's panel follows its list. */
export function Tabs({ label, tabs, className, ...state }: TabsProps) {
  const first = state.value === undefined ? tabs[0]?.value : undefined;
  return (
    <Radix.Root defaultValue={first} {...state} className={cx("flex min-h-0 flex-col", className)}>
      <Radix.List
        aria-label={label}
        className="flex shrink-0 gap-1 overflow-x-auto border-line border-b p-1 pb-0"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className={cx(
              tabClass,
              "focus-visible:-outline-offset-2",
              tab.tone === "note" && noteTabClass,
            )}
          >
            {tab.label}
            {tab.count && <Count {...tab.count} />}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-h-0">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
