"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { ChooseContext, useAfterClose, useChoose } from "./after-close";
import { cx } from "./cx";
import { floatClass } from "./float-class";
import { useMenuKit } from "./menu-kit";
import {
  checkMark,
  MenuItemInside,
  type MenuItemLook,
  menuItemLook,
  menuLabelClass,
  menuSeparatorClass,
} from "./menu-parts";

interface MenuProps {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end" | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Menu({ label, trigger, children, align = "start", open, onOpenChange }: MenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cx(floatClass, "min-w-56 p-1")}
        >
          <ChooseContext value={choose}>{children}</ChooseContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = MenuItemLook & { readonly onSelect: () => void };

/** An item that cannot be used stays in reach and says why; choosing it does nothing. */
export function MenuItem({ onSelect, ...look }: MenuItemProps) {
  const { Item } = useMenuKit();
  const choose = useChoose();
  const refused = Boolean(look.disabledReason);
  return (
    <Item
      className={menuItemLook(look)}
      aria-disabled={refused || undefined}
      onSelect={(event) => {
        if (refused) event.preventDefault();
        else choose(onSelect);
      }}
    >
      <MenuItemInside {...look} />
    </Item>
  );
}

interface MenuCheckboxItemProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Stays open, so that several can be set at once. */
export function MenuCheckboxItem({ checked, onCheckedChange, children }: MenuCheckboxItemProps) {
  const { CheckboxItem, ItemIndicator } = useMenuKit();
  const mark = <ItemIndicator>{checkMark}</ItemIndicator>;
  return (
    <CheckboxItem
      className={menuItemLook({})}
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => event.preventDefault()}
    >
      <MenuItemInside icon={mark}>{children}</MenuItemInside>
    </CheckboxItem>
  );
}

interface MenuRadioGroupProps {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly children: ReactNode;
}

export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const { RadioGroup } = useMenuKit();
  return <RadioGroup {...props} />;
}

interface MenuRadioItemProps {
  readonly value: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

export function MenuRadioItem({ value, icon, keys, children }: MenuRadioItemProps) {
  const { RadioItem, ItemIndicator } = useMenuKit();
  const mark = <ItemIndicator>{checkMark}</ItemIndicator>;
  return (
    <RadioItem className={menuItemLook({})} value={value}>
      <MenuItemInside icon={mark} keys={keys}>
        <span className="flex items-center gap-2">
          {icon}
          {children}
        </span>
      </MenuItemInside>
    </RadioItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuKit();
  return <Label className={menuLabelClass}>{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useMenuKit();
  return <Separator className={menuSeparatorClass} />;
}
