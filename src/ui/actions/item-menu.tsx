"use client";

import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { MenuFloat } from "../menu-float";
import { useActions } from "./use-actions";

interface ItemMenuProps {
  readonly id: string;
  readonly label: string;
  /** What the items stand in. */
  readonly region: RefObject<HTMLElement | null>;
  /** The item around an element, such as a row; null where a browser shows its own menu. */
  readonly itemOf: (target: Element) => HTMLElement | null;
  /** The item that keys act on. */
  readonly here: () => HTMLElement | null;
  readonly onOpen?: ((item: HTMLElement) => void) | undefined;
  /** Items of a menu, by the ids of actions. */
  readonly children: ReactNode;
}

/** The menu of one of many things: by right click, long press, the menu key and Shift+F10. */
export function ItemMenu({ id, label, region, itemOf, here, onOpen, children }: ItemMenuProps) {
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<"bottom" | "right">("bottom");
  const opener = useRef<HTMLElement>(null);
  const anchor = useRef<{ getBoundingClientRect: () => DOMRect }>(null);

  const openAt = (item: HTMLElement, point: DOMRect | null) => {
    opener.current = item;
    anchor.current = point === null ? item : { getBoundingClientRect: () => point };
    // What the menu does is done with what has the focus.
    item.focus({ preventScroll: true });
    onOpen?.(item);
    // Beside the pointer, so that letting it go chooses nothing.
    setSide(point === null ? "bottom" : "right");
    setOpen(true);
  };
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    // With Shift one asks for the browser's own.
    if (event.shiftKey || event.defaultPrevented || !(event.target instanceof Element)) return;
    const item = itemOf(event.target);
    if (item === null) return;
    event.preventDefault();
    // The menu key points nowhere.
    const isPointed = event.clientX > 0 || event.clientY > 0;
    openAt(item, isPointed ? new DOMRect(event.clientX, event.clientY, 0, 0) : null);
  });
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const listen = (event: MouseEvent) => onContextMenu(event);
    element.addEventListener("contextmenu", listen);
    return () => element.removeEventListener("contextmenu", listen);
  }, [region]);

  useActions([
    {
      id: "item.menu",
      run: () => {
        const item = here();
        if (item !== null) openAt(item, null);
      },
    },
  ]);
  return (
    <MenuFloat
      id={id}
      label={label}
      opener={opener}
      at={anchor}
      side={side}
      align="start"
      open={open}
      onOpenChange={setOpen}
    >
      {children}
    </MenuFloat>
  );
}
