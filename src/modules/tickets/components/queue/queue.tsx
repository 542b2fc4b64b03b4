"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { TableColumn, TicketSort } from "@/modules/tickets/client";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { ActionScope } from "@/ui/actions/scope";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Pane } from "@/ui/shell/pane";
import { SkeletonRows } from "@/ui/skeleton";
import { Strip } from "@/ui/strip";
import { TicketActions } from "../ticket/ticket-actions";
import { usePlace } from "../use-place";
import type { ListRow } from "./held-list";
import { ListError } from "./list-error";
import { ListOrTable } from "./list-or-table";
import { QueueActions } from "./queue-actions";
import { QueueHead } from "./queue-head";
import { clearSelection, refreshSelected, selectTo, toggleRow, useSelection } from "./selection";
import { useListHeld } from "./use-list-held";
import type { OnNear } from "./use-row-window";
import { useStanding } from "./use-standing";
import { useTicketList } from "./use-ticket-list";

interface QueueProps {
  readonly title: string;
  /** The view's name with its menu. */
  readonly heading: ReactNode;
  /** How long an answer takes now, in a line of its own. */
  readonly weather: ReactNode;
  /** What can be done with the view. */
  readonly menu: ReactNode;
  readonly filter: string;
  readonly sort: TicketSort;
  /** The filter or the order differ from the view's own. */
  readonly changed: boolean;
  /** The columns where the view is a table; a phone has a list all the same. */
  readonly columns: readonly TableColumn[] | null;
  readonly drafts: ReadonlySet<string>;
  /** What can be done with chosen rows, and how it goes. */
  readonly bulk: ReactNode;
  /** Where to go when nothing waits here. */
  readonly emptyAction: ReactNode;
}

const noRows: readonly ListRow[] = [];
const noDrafts: ReadonlySet<string> = new Set();

/** The queue: what waits, in the order of the view. */
export function Queue(props: QueueProps) {
  const { title, filter, sort, drafts = noDrafts } = props;
  const place = usePlace();
  const scroller = useRef<HTMLDivElement>(null);
  const held = useListHeld(scroller);
  const list = useTicketList(filter, sort, held);
  const [cursor, setCursor] = useState<{ id: string | null; index: number; moves: number }>({
    id: null,
    index: 0,
    moves: 0,
  });

  const rows = list.rows ?? noRows;
  const standing = useStanding({ rows, filter, sort, held });
  const selection = useSelection();
  useEffect(() => {
    if (selection.rows.size > 0) refreshSelected(rows);
  }, [rows, selection]);
  // Another list begins with nothing chosen.
  const [shownFilter, setShownFilter] = useState(filter);
  useEffect(() => {
    if (shownFilter === filter) return;
    setShownFilter(filter);
    clearSelection();
  }, [shownFilter, filter]);
  const openIndex = rows.findIndex((row) => row.number === place.number);
  const cursorIndex = rows.findIndex((row) => row.id === cursor.id);
  const above = list.above ?? 0;
  if (cursorIndex >= 0 && cursorIndex + above !== cursor.index)
    setCursor({ ...cursor, index: cursorIndex + above });
  // A row that has left the list leaves its place to the next one.
  const lostIndex = cursor.id === null ? openIndex : Math.max(cursor.index - above, 0);
  const at = cursorIndex >= 0 ? cursorIndex : lostIndex;
  const cursorRow = rows[Math.min(Math.max(at, 0), rows.length - 1)];

  const { go } = place;
  const onFocus = useCallback(
    (row: ListRow) =>
      setCursor((before) => (before.id === row.id ? before : { ...before, id: row.id })),
    [],
  );
  const onOpen = useCallback(
    (row: ListRow) => {
      setCursor((before) => ({ ...before, id: row.id }));
      go({ number: row.number });
    },
    [go],
  );
  // Who stands on a row is about to open it.
  const utils = trpc.useUtils();
  const openNumber = place.number;
  const cursorNumber = cursor.id === null ? undefined : cursorRow?.number;
  useEffect(() => {
    if (cursorNumber !== undefined && cursorNumber !== openNumber)
      void utils.tickets.get.prefetch({ number: cursorNumber });
  }, [cursorNumber, openNumber, utils]);
  const latestRows = useRef(rows);
  useEffect(() => {
    latestRows.current = rows;
  });
  const onSelect = useCallback(
    (row: ListRow, range: boolean) =>
      range ? selectTo(latestRows.current, row, row) : toggleRow(row),
    [],
  );

  const standOn = (id: string, focus: boolean) =>
    setCursor((before) => ({ ...before, id, moves: before.moves + (focus ? 1 : 0) }));
  const moveTo = (index: number, focus: boolean) => {
    const row = rows[index];
    if (row !== undefined) standOn(row.id, focus);
    return row;
  };

  const hrefOf = (row: ListRow) => place.href({ number: row.number });
  const onTop = () => {
    scroller.current?.scrollTo({ top: 0 });
    if (list.above !== null)
      return void list.loadTop().then(([row]) => row && standOn(row.id, true));
    list.release();
    moveTo(0, true);
  };
  const onNear: OnNear = async (end, eye) => {
    // At the top, far from what is loaded: it is not asked for page by page from there.
    if (end === "up" && eye.row < limits.ticketPageRows && above > limits.ticketsHeldRows) {
      await list.loadTop();
      return;
    }
    const isIn = scroller.current?.contains(document.activeElement) === true;
    const dropped = await list.loadMore(end);
    const { key } = eye;
    if (dropped === undefined || key === undefined) return;
    // The row of the keys may be let go: they go on from what is in sight.
    setCursor((before) =>
      before.id !== null && dropped.has(before.id)
        ? { ...before, id: key, moves: before.moves + (isIn ? 1 : 0) }
        : before,
    );
  };

  return (
    <ActionScope scope="list">
      <Pane
        label={title}
        level={1}
        scrollRef={scroller}
        scrollStop={false}
        head={
          <>
            <QueueHead
              heading={props.heading}
              weather={props.weather}
              menu={props.menu}
              filter={filter}
              changed={props.changed}
            />
            {props.bulk}
            {list.outdated && list.rows !== undefined && (
              <Strip tone="warn" action={<Button onClick={list.refresh}>Try now</Button>}>
                This list may be out of date. Trying again
              </Strip>
            )}
            {list.arrivals > 0 && held && (
              // Over the rows, not above them: no row moves because of it.
              <div className="relative">
                <div className="absolute inset-x-0 top-1 z-10 flex justify-center">
                  <Button
                    variant="primary"
                    keys="Home"
                    onClick={onTop}
                    className="rounded-full! shadow-float"
                  >
                    {list.arrivals} new
                  </Button>
                </div>
              </div>
            )}
          </>
        }
      >
        <QueueActions
          scroller={scroller}
          hrefOf={hrefOf}
          rows={rows}
          at={at}
          openNumber={place.number}
          hasMore={list.hasMore || list.above !== null}
          moveTo={moveTo}
          onOpen={onOpen}
          onTop={onTop}
        />
        {cursorRow && !selection.active && <TicketActions row={cursorRow} region="list" />}
        {list.rows === undefined && list.error === null && (
          <SkeletonRows rows={12} label="Loading tickets" />
        )}
        {list.rows === undefined && list.error !== null && (
          <ListError error={list.error} onRetry={list.retry} />
        )}
        {list.rows !== undefined && rows.length === 0 && (
          <EmptyState title="Nothing waits here" action={props.emptyAction}>
            {props.changed
              ? "No ticket fits this filter."
              : "Every ticket of this view is dealt with."}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ListOrTable
            columns={props.columns}
            sort={sort}
            label={title}
            rows={rows}
            standing={standing}
            scroller={scroller}
            left={list.left}
            drafts={drafts}
            openNumber={place.number}
            cursorId={cursorRow?.id ?? null}
            moves={cursor.moves}
            hasMore={list.hasMore}
            hrefOf={hrefOf}
            onOpen={onOpen}
            onFocus={onFocus}
            above={list.above}
            onNear={onNear}
            selection={selection}
            onSelect={onSelect}
          />
        )}
      </Pane>
    </ActionScope>
  );
}
