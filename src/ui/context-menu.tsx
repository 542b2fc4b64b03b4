"use client";

import * as Radix from "radix-ui/context-menu";
import type { ReactNode } from "react";
import { ChooseContext, useAfterClose } from "./after-close";
import { cx } from "./cx";
import { floatClass } from "./float-class";
import { MenuKitContext } from "./menu-kit";

interface ContextMenuProps {
  readonly label: string;
  /** Items of `menu`, the same that the visible menu of this thing shows. */
  readonly items: ReactNode;
  /** One element: the row or message that the menu belongs to. */
  readonly children: ReactNode;
}

/** Rendered by the server, Radix's own style attribute would break a strict content policy. */
const unstyled = { WebkitTouchCallout: undefined };

/** Opens on right click, long press, the menu key and Shift+F10. */
export function ContextMenu({ label, items, children }: ContextMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild style={unstyled}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cx(floatClass, "min-w-56 p-1")}
        >
          <MenuKitContext value={Radix}>
            <ChooseContext value={choose}>{items}</ChooseContext>
          </MenuKitContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
