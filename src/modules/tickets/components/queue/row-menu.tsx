"use client";

import type { RefObject } from "react";
import { ActionMenuItem } from "@/ui/actions/action-menu-item";
import { ItemMenu } from "@/ui/actions/item-menu";
import { useActions } from "@/ui/actions/use-actions";
import { MenuSeparator } from "@/ui/menu";
import type { ListRow } from "./held-list";
import { selection, toggleRow } from "./selection";

interface RowMenuProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly ListRow[];
  /** The row that keys act on. */
  readonly row: ListRow | undefined;
  readonly hrefOf: (row: ListRow) => string;
}

const rowOf = (target: Element) => target.closest<HTMLElement>("[data-row]");

/** Everything that can be done with a row of the queue; while rows are chosen, with those. */
export function RowMenu({ scroller, rows, row, hrefOf }: RowMenuProps) {
  const chooses = (item: HTMLElement) => {
    const { active, rows: chosen } = selection();
    const pointed = rows.find(({ id }) => id === item.dataset.row);
    if (active && pointed !== undefined && !chosen.has(pointed.id)) toggleRow(pointed);
  };
  useActions([
    {
      id: "list.open-apart",
      label: "Open in a new tab",
      disabledReason: row === undefined ? "No ticket here" : null,
      run: () => row && window.open(hrefOf(row), "_blank", "noopener"),
    },
  ]);
  return (
    <ItemMenu
      id="row-menu"
      label={row === undefined ? "This ticket" : `Ticket #${row.number}`}
      region={scroller}
      itemOf={rowOf}
      here={() => scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]') ?? null}
      onOpen={chooses}
    >
      <ActionMenuItem id="list.open" />
      <ActionMenuItem id="list.open-apart" />
      <ActionMenuItem id="list.peek" />
      <ActionMenuItem id="list.select" />
      <MenuSeparator />
      <ActionMenuItem id="item.done" />
      <ActionMenuItem id="ticket.assign-me" />
      <ActionMenuItem id="ticket.assign" />
      <ActionMenuItem id="ticket.team" />
      <ActionMenuItem id="ticket.status" />
      <ActionMenuItem id="ticket.priority" />
      <ActionMenuItem id="ticket.tags" />
      <ActionMenuItem id="ticket.macro" />
      <MenuSeparator />
      <ActionMenuItem id="item.snooze" />
      <ActionMenuItem id="item.unread" />
      <ActionMenuItem id="ticket.follow" />
      <ActionMenuItem id="ticket.merge" />
      <ActionMenuItem id="ticket.link" />
      <ActionMenuItem id="ticket.requester" />
      <ActionMenuItem id="ticket.spam" tone="danger" />
    </ItemMenu>
  );
}
