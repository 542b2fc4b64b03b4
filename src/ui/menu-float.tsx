"use client";

import * as Radix from "@radix-ui/react-menu";
import { type ReactNode, type RefObject, useRef } from "react";
import { ChooseContext, useAfterClose } from "./after-close";
import { cx } from "./cx";
import { floatClass } from "./float-class";
import { MenuKitContext } from "./menu-kit";

export interface MenuFloatProps {
  readonly id: string;
  readonly label: string;
  /** The opener: the menu stands at it and gives the focus back to it. */
  readonly opener: RefObject<HTMLElement | null>;
  /** Where it stands instead: at a pointer. */
  readonly at?: RefObject<{ getBoundingClientRect: () => DOMRect } | null> | undefined;
  readonly side?: "bottom" | "right" | undefined;
  readonly align: "start" | "center" | "end";
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What opens at a menu's button. It is fetched after the first paint: no page waits for it. */
export function MenuFloat(props: MenuFloatProps) {
  const { id, label, opener, at = opener, side, align, open, onOpenChange, children } = props;
  const { choose, onCloseAutoFocus } = useAfterClose();
  const leftByPointer = useRef(false);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Anchor virtualRef={at} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={() => {
            leftByPointer.current = true;
          }}
          onCloseAutoFocus={(event) => {
            // Who clicked elsewhere wants to be there.
            if (!leftByPointer.current) opener.current?.focus();
            leftByPointer.current = false;
            event.preventDefault();
            onCloseAutoFocus();
          }}
          className={cx(floatClass, "min-w-56 p-1")}
        >
          <MenuKitContext value={Radix}>
            <ChooseContext value={choose}>{children}</ChooseContext>
          </MenuKitContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
