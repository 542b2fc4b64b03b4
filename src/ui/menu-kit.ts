"use client";

import type * as ContextMenu from "radix-ui/context-menu";
import * as DropdownMenu from "radix-ui/dropdown-menu";
import { createContext, useContext } from "react";

/** The parts that a menu's items are made of, whichever way the menu was opened. */
export type MenuKit = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  "Item" | "CheckboxItem" | "RadioGroup" | "RadioItem" | "ItemIndicator" | "Label" | "Separator"
>;

export const MenuKitContext = createContext<MenuKit>(DropdownMenu);

export function useMenuKit(): MenuKit {
  return useContext(MenuKitContext);
}
