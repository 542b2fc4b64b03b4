"use client";

import * as Radix from "radix-ui/popover";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { floatClass } from "./float-class";

interface PopoverProps {
  /** The name of what opens, for those who do not see it open. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end" | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly className?: string | undefined;
}

export function Popover(props: PopoverProps) {
  const { label, trigger, children, align = "start", open, onOpenChange, className } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cx(floatClass, "w-80 p-4", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
