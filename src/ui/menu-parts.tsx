"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { menuItemClass } from "./float-class";
import { Kbd } from "./kbd";

export const menuLabelClass = "px-2 py-1 text-ink-3 text-small";
export const menuSeparatorClass = "my-1 h-px bg-line";

export interface MenuItemLook {
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly tone?: "danger" | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly children: ReactNode;
}

/** The inside of any menu item: icon, words, the reason when it cannot be used, keys. */
export function MenuItemInside({ icon, keys, disabledReason, children }: MenuItemLook) {
  return (
    <>
      <span data-gutter className="flex size-4 shrink-0 items-center justify-center">
        {icon}
      </span>
      <span className="min-w-0 flex-1 py-1">
        {children}
        {disabledReason && <span className="block text-ink-3 text-small">{disabledReason}</span>}
      </span>
      {keys !== undefined && <Kbd keys={keys} className="text-ink-3 coarse:hidden" />}
    </>
  );
}

export function menuItemLook(look: Pick<MenuItemLook, "tone" | "disabledReason">): string {
  return cx(
    menuItemClass,
    look.tone === "danger" && "text-bad",
    Boolean(look.disabledReason) && "text-ink-3",
  );
}

export const checkMark = <Check size={16} aria-hidden="true" />;
