"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { ActionInput } from "@/ui/actions/action";
import { useActions } from "@/ui/actions/use-actions";
import { useLate } from "@/ui/use-late";
import { showDialog } from "../day/dialog-store";
import { startReading } from "../ticket/start-reading";
import type { ListRow } from "./held-list";
import { selectLoaded, selectTo, startSelecting, toggleRow } from "./selection";

const loadMenu = () => import("./row-menu").then((part) => part.RowMenu);

interface QueueActionsProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly hrefOf: (row: ListRow) => string;
  readonly rows: readonly ListRow[];
  /** Where the keys stand; below 0 they have not moved yet. */
  readonly at: number;
  readonly openNumber: number | null;
  readonly hasMore: boolean;
  readonly moveTo: (index: number, focus: boolean) => ListRow | undefined;
  readonly onOpen: (row: ListRow) => void;
  readonly onTop: () => void;
}

/** The keys of the list. */
export function QueueActions(props: QueueActionsProps) {
  const { rows, at, openNumber, hasMore, moveTo, onOpen, onTop } = props;
  const here = rows[Math.max(at, 0)];
  const next = at < 0 ? 0 : Math.min(at + 1, rows.length - 1);
  const previous = Math.max(at - 1, 0);
  const openAt = rows.findIndex((row) => row.number === openNumber);
  /** Walking on in a ticket opens the neighbour; one that has left the list leaves its place. */
  const openNext = (index: number) => {
    const row = moveTo(openAt < 0 ? Math.max(at, 0) : index, false);
    if (row !== undefined) onOpen(row);
  };
  const extend = (index: number) => {
    const to = moveTo(index, true);
    if (here !== undefined && to !== undefined) selectTo(rows, here, to);
  };
  /** A look, from which one walks on; it goes by the rows as they are by then. */
  const peek = (index: number) => {
    const row = moveTo(Math.min(Math.max(index, 0), rows.length - 1), false);
    if (row === undefined) return;
    const walk = (by: 1 | -1) => latest.current.peek(latest.current.placeOf(row.id) + by);
    const leave = () => void latest.current.moveTo(latest.current.placeOf(row.id), true);
    showDialog({ what: "peek", row, walk, leave });
  };
  const placeOf = (id: string) => rows.findIndex((row) => row.id === id);
  const latest = useRef({ peek, placeOf, moveTo });
  useEffect(() => {
    latest.current = { peek, placeOf, moveTo };
  });
  const inTicket: ActionInput[] = [
    { id: "item.next", scope: "ticket", run: () => openNext(openAt + 1) },
    { id: "item.previous", scope: "ticket", run: () => openNext(openAt - 1) },
  ];
  useActions([
    ...(openNumber === null ? [] : inTicket),
    { id: "item.next", run: () => void moveTo(next, true) },
    { id: "item.previous", run: () => void moveTo(previous, true) },
    { id: "list.down", run: () => void moveTo(next, true) },
    { id: "list.up", run: () => void moveTo(previous, true) },
    { id: "list.top", run: onTop },
    { id: "list.end", run: () => void moveTo(rows.length - 1, true) },
    {
      id: "list.open",
      disabledReason: here === undefined ? "No ticket here" : null,
      run: () => {
        if (here === undefined) return;
        onOpen(here);
        startReading(here.number, openNumber);
      },
    },
    {
      id: "list.peek",
      words: ["peek", "preview", "look"],
      disabledReason: here === undefined ? "No ticket here" : null,
      run: () => peek(Math.max(at, 0)),
    },
    {
      id: "list.select",
      disabledReason: here === undefined ? "No ticket here" : null,
      run: () => here && toggleRow(here),
    },
    { id: "list.extend-down", run: () => extend(next) },
    { id: "list.extend-up", run: () => extend(previous) },
    { id: "list.select-all", run: () => selectLoaded(rows, hasMore) },
    { id: "list.select-some", label: "Select tickets", run: startSelecting },
    {
      id: "list.filter",
      run: () => document.getElementById("queue-filter")?.focus(),
    },
  ]);
  const Menu = useLate(loadMenu);
  return Menu && <Menu scroller={props.scroller} rows={rows} row={here} hrefOf={props.hrefOf} />;
}
