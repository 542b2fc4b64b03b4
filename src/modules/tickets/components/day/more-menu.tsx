"use client";

import { Ellipsis } from "lucide-react";
import { ActionMenuItem } from "@/ui/actions/action-menu-item";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuSeparator } from "@/ui/menu";

/** Everything that can be done with the open ticket and has no button of its own. */
export function MoreMenu() {
  return (
    <Menu
      label="More"
      align="end"
      trigger={<IconButton name="More" icon={<Ellipsis size={16} aria-hidden="true" />} />}
    >
      <ActionMenuItem id="item.snooze" />
      <ActionMenuItem id="ticket.follow" />
      <MenuSeparator />
      <ActionMenuItem id="ticket.merge" />
      <ActionMenuItem id="message.split" />
      <ActionMenuItem id="ticket.link" />
      <ActionMenuItem id="ticket.incidents" />
      <MenuSeparator />
      <ActionMenuItem id="ticket.requester" />
      <ActionMenuItem id="ticket.spam" />
      <ActionMenuItem id="message.original" />
      <ActionMenuItem id="message.redact" />
    </Menu>
  );
}
