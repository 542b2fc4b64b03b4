"use client";

import {
  cloneElement,
  type HTMLAttributes,
  isValidElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  useId,
  useRef,
  useState,
} from "react";
import { useChoose } from "./after-close";
import type { MenuFloatProps } from "./menu-float";
import { useMenuKit } from "./menu-kit";
import {
  checkMark,
  MenuItemInside,
  type MenuItemLook,
  menuItemLook,
  menuLabelClass,
  menuSeparatorClass,
} from "./menu-parts";
import { useLate } from "./use-late";

const loadFloat = () => import("./menu-float").then(({ MenuFloat }) => MenuFloat);

type Opener = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> };

interface MenuProps {
  readonly label: string;
  /** One button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end" | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** The button is there with the page; what opens at it comes after the first paint. */
export function Menu(props: MenuProps) {
  const { label, trigger, children, align = "start", onOpenChange } = props;
  const Float = useLate<MenuFloatProps>(loadFloat);
  const [own, setOwn] = useState(false);
  const opener = useRef<HTMLElement>(null);
  const id = useId();
  const open = props.open ?? own;
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    setOpen(!open);
    // Focus goes into the menu, not to its button.
    if (!open) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const opens = event.key === "ArrowDown";
    if (!opens && event.key !== "Enter" && event.key !== " ") return;
    setOpen(opens || !open);
    event.preventDefault();
  };
  if (!isValidElement<Opener>(trigger)) return null;
  return (
    <>
      {cloneElement(trigger, {
        ref: opener,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onPointerDown,
        onKeyDown,
      })}
      {Float !== null && (
        <Float
          id={id}
          label={label}
          opener={opener}
          align={align}
          open={open}
          onOpenChange={setOpen}
        >
          {children}
        </Float>
      )}
    </>
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
