"use client";

import type * as DropdownMenu from "@radix-ui/react-menu";
import type * as ContextMenu from "radix-ui/context-menu";
import { createContext, useContext } from "react";

/** The parts that a menu's items are made of, whichever way the menu was opened. */
export type MenuKit = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  "Item" | "CheckboxItem" | "RadioGroup" | "RadioItem" | "ItemIndicator" | "Label" | "Separator"
>;

/** Brought by what floats, so that items alone fetch no library. */
export const MenuKitContext = createContext<MenuKit | null>(null);

export function useMenuKit(): MenuKit {
  const kit = useContext(MenuKitContext);
  if (kit === null) throw new Error("Items of a menu stand in a menu.");
  return kit;
}
