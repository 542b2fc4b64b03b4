"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, useMemo } from "react";
import { useFields } from "@/modules/fields/components/use-fields";
import { ascends, type TableColumn, type TicketSort } from "@/modules/tickets/client";
import { cx } from "@/ui/cx";
import { usePlace } from "../../use-place";
import { listItems } from "../groups";
import { GroupHeading } from "../queue-row-heading";
import { type QueueRowsProps, RoomAbove } from "../queue-rows";
import { useRowPx } from "../use-row-px";
import { headingTop, topOf, useRowWindow } from "../use-row-window";
import { byKey, columnsShown } from "./column-name";
import { TableRow } from "./table-row";
import { useColumnDrag } from "./use-column-drag";

const line = "var(--cell)";
const boxPx = 40;
const remPx = 16;
const rem = (px: number) => `${px / remPx}rem`;

/** Columns that the list can stand in the order of; a second press turns those with two ways. */
const sortsOf: Readonly<Record<string, readonly [TicketSort, ...TicketSort[]]>> = {
  updated: ["updated"],
  created: ["newest", "oldest"],
  waiting: ["waiting"],
  sla: ["due"],
};

interface TableRowsProps extends QueueRowsProps {
  readonly columns: readonly TableColumn[];
  readonly sort: TicketSort;
}

/** The queue as a table: the same rows and keys, with the columns that the view has. */
export default function TableRows(props: TableRowsProps) {
  const { label, rows, standing, scroller, cursorId, moves, hasMore, onNear, sort } = props;
  const above = props.above ?? 0;
  const { active: selecting } = props.selection;
  const definitions = useFields();
  const fields = useMemo(() => byKey(definitions), [definitions]);
  const drag = useColumnDrag(props.columns);
  const columns = useMemo(() => columnsShown(drag.columns, fields), [drag.columns, fields]);
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const rowPx = useRowPx("--cell");
  const headingPx = useRowPx("--group");
  const items = useMemo(() => listItems(rows, standing, above), [rows, standing, above]);
  const seen = useRowWindow({
    ...{ items, rowPx, headingPx, headPx: rowPx, scroller, cursorId, moves, hasMore, onNear },
    above: props.above,
  });
  const stopId = cursorId ?? rows[0]?.id;
  const box = selecting ? [rem(boxPx)] : [];
  const widths = columns.map(({ id, width }) =>
    // The subject takes what the others leave.
    id === "subject" ? `minmax(${rem(width)}, 1fr)` : rem(width),
  );
  const widest = columns.reduce((sum, { width }) => sum + width, selecting ? boxPx : 0);
  const style: CSSProperties & { "--columns": string } = {
    "--columns": [...box, ...widths].join(" "),
    minWidth: rem(widest),
  };
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={selecting || undefined}
      aria-rowcount={hasMore ? -1 : above + items.length + 1}
      aria-colcount={columns.length + box.length}
      style={style}
    >
      <div role="rowgroup" className="sticky top-0 z-20">
        <div
          role="row"
          aria-rowindex={1}
          tabIndex={-1}
          className="grid h-cell grid-cols-(--columns) items-center border-line-strong border-b bg-surface text-ink-2 text-small"
        >
          {selecting && (
            <div role="columnheader" tabIndex={-1}>
              <span className="sr-only">Selected</span>
            </div>
          )}
          {columns.map(({ id, name }) => (
            <ColumnHead key={id} id={id} name={name} sort={sort} drag={drag} />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="relative"
        style={{ height: topOf(above + rows.length, items.length - rows.length, line) }}
      >
        {above > 0 && <RoomAbove rows={above} line={line} />}
        {seen.map(({ index }) => {
          const item = items[index];
          if (item === undefined) return null;
          if (item.type === "heading") {
            const top = headingTop(items[index + 1], line);
            return (
              <GroupHeading key={item.key} index={above + index + 1} top={top} words={item.words} />
            );
          }
          const { row } = item;
          return (
            <TableRow
              key={row.id}
              row={row}
              index={above + index}
              top={topOf(item.place, item.headings, line)}
              href={props.hrefOf(row)}
              ids={ids}
              fields={fields}
              stop={row.id === stopId}
              leftReason={props.left.get(row.id)}
              hasDraft={props.drafts.has(row.id)}
              onOpen={props.onOpen}
              onFocus={props.onFocus}
              selecting={selecting}
              selected={props.selection.rows.has(row.id)}
              onSelect={props.onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}

interface ColumnHeadProps {
  readonly id: string;
  readonly name: string;
  readonly sort: TicketSort;
  readonly drag: ReturnType<typeof useColumnDrag>;
}

/** The name of a column; one that the list can be sorted by is a button. A pointer drags it. */
function ColumnHead({ id, name, sort, drag }: ColumnHeadProps) {
  const { go } = usePlace();
  const sorts = sortsOf[id];
  const isSorted = sorts?.includes(sort) === true;
  const way = ascends(sort) ? "ascending" : "descending";
  const Arrow = way === "ascending" ? ArrowUp : ArrowDown;
  const next = sorts?.[(sorts.indexOf(sort) + 1) % sorts.length];
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={isSorted ? way : undefined}
      data-column={id}
      {...drag.onHead}
      className={cx(
        "relative flex h-full min-w-0 select-none items-center px-2 font-semibold",
        drag.carried === id && "opacity-50",
        drag.carried !== null && drag.target === id && "bg-selected",
      )}
    >
      {next === undefined ? (
        <span className="truncate">{name}</span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          onClick={() => go({ sort: next })}
          className="-mx-1 flex min-h-6 min-w-0 items-center gap-1 rounded-control px-1 hover:bg-hover"
        >
          <span className="truncate">{name}</span>
          {isSorted && <Arrow size={14} aria-hidden="true" className="shrink-0" />}
        </button>
      )}
      <span
        aria-hidden="true"
        data-edge={id}
        {...drag.onEdge}
        className="-end-1 absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:start-[3px] after:w-px after:bg-line hover:after:bg-line-strong"
      />
    </div>
  );
}
