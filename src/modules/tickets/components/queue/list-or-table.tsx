"use client";

import { lazy, Suspense } from "react";
import type { TableColumn, TicketSort } from "@/modules/tickets/client";
import { QueueRows, type QueueRowsProps } from "./queue-rows";
import { useWide } from "./use-wide";

const TableRows = lazy(() => import("./table/table-rows"));

interface ListOrTableProps extends QueueRowsProps {
  readonly columns: readonly TableColumn[] | null;
  readonly sort: TicketSort;
}

/** The rows of the queue as the view has them; there is no room for a table on a phone. */
export function ListOrTable({ columns, sort, ...rows }: ListOrTableProps) {
  const isWide = useWide();
  const list = <QueueRows {...rows} />;
  if (columns === null || !isWide) return list;
  return (
    <Suspense fallback={list}>
      <TableRows {...rows} columns={columns} sort={sort} />
    </Suspense>
  );
}
