"use client";

import type { RefObject } from "react";
import { ActionMenuItem } from "@/ui/actions/action-menu-item";
import { ItemMenu } from "@/ui/actions/item-menu";
import { MenuSeparator } from "@/ui/menu";

/** Links, pictures and fields keep the browser's menu, and so do marked words: one wants to copy them. */
const browsersOwn = "a,img,video,audio,input,textarea,select,[contenteditable]";

function messageOf(target: Element): HTMLElement | null {
  if (target.closest(browsersOwn) !== null) return null;
  if (window.getSelection()?.isCollapsed === false) return null;
  return target.closest<HTMLElement>("[data-message]");
}

/** Everything that can be done with one message. */
export function MessageMenu({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const here = () => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-message]") ?? null;
    if (focused !== null && scroller.current?.contains(focused) === true) return focused;
    return (
      [...(scroller.current?.querySelectorAll<HTMLElement>("[data-message]") ?? [])].at(-1) ?? null
    );
  };
  return (
    <ItemMenu
      id="message-menu"
      label="This message"
      region={scroller}
      itemOf={messageOf}
      here={here}
    >
      <ActionMenuItem id="ticket.reply" />
      <ActionMenuItem id="ticket.note" />
      <ActionMenuItem id="ticket.copy-link" />
      <MenuSeparator />
      <ActionMenuItem id="message.split" />
      <ActionMenuItem id="message.original" />
      <ActionMenuItem id="message.redact" tone="danger" />
    </ItemMenu>
  );
}
