"use client";

import { type PointerEvent, useState } from "react";
import type { TableColumn } from "@/modules/tickets/client";
import { dragged, dropped } from "../../../rules/columns";
import { changeColumns } from "./change-columns";

/** Who moves less than this has pressed, and sorts. */
const startPx = 6;
const remPx = 16;

type Drag = {
  readonly id: string;
  readonly does: "width" | "place";
  readonly fromX: number;
  readonly width: number;
  readonly moves: boolean;
  /** The columns as they are while somebody makes one wider. */
  readonly shown: readonly TableColumn[];
};

const headOf = (element: Element) => element.closest<HTMLElement>("[data-column]");

/** The head of a column under a pointer. */
function headAt(x: number, heads: Element | null): string | null {
  const found = [...(heads?.querySelectorAll<HTMLElement>("[data-column]") ?? [])].find((head) => {
    const { left, right } = head.getBoundingClientRect();
    return x >= left && x < right;
  });
  return found?.dataset.column ?? null;
}

/** Pixels of ordinary text for those of the screen. */
const scale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / remPx;

/**
 * Columns by pointer: the edge of a head makes its column wider, the head itself goes elsewhere. The
 * dialog of columns does both by key.
 */
export function useColumnDrag(columns: readonly TableColumn[]) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [target, setTarget] = useState<string | null>(null);

  const begin = (does: Drag["does"]) => (event: PointerEvent<HTMLElement>) => {
    const head = headOf(event.currentTarget);
    if (event.button !== 0 || event.pointerType === "touch" || head === null) return;
    if (does === "width") {
      // The head below would begin to move.
      event.stopPropagation();
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const width = head.offsetWidth / scale();
    const id = head.dataset.column ?? "";
    setDrag({ id, does, fromX: event.clientX, width, moves: false, shown: columns });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag === null) return;
    // It was let go elsewhere.
    if (event.buttons === 0) return stop();
    const byPx = event.clientX - drag.fromX;
    if (!drag.moves && Math.abs(byPx) < startPx) return;
    // From now on it is no press of a button any more.
    if (!drag.moves) event.currentTarget.setPointerCapture(event.pointerId);
    if (drag.does === "place") setTarget(headAt(event.clientX, event.currentTarget.parentElement));
    const shown =
      drag.does === "width" ? dragged(columns, drag.id, drag.width + byPx / scale()) : columns;
    setDrag({ ...drag, moves: true, shown });
  };
  const end = () => {
    if (drag?.moves) {
      if (drag.does === "width") changeColumns(drag.shown);
      else if (target !== null && target !== drag.id)
        changeColumns(dropped(columns, drag.id, target));
    }
    stop();
  };
  const stop = () => {
    setDrag(null);
    setTarget(null);
  };
  return {
    columns: drag?.shown ?? columns,
    /** The column that is carried, and the one in whose place it would be put. */
    carried: drag?.does === "place" && drag.moves ? drag.id : null,
    target,
    onHead: {
      onPointerDown: begin("place"),
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: stop,
    },
    onEdge: {
      onPointerDown: begin("width"),
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation();
        move(event);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation();
        end();
      },
      onPointerCancel: stop,
    },
  };
}
