"use client";

import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { valuesOf } from "@/modules/filters/client";
import { sortWords, type TableColumn, type TicketSort } from "@/modules/tickets/client";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from "@/ui/menu";
import { firstColumns } from "../../../rules/columns";
import {
  groupedSorts,
  groupsActiveOnly,
  isGrouped,
  plainSorts,
  withinWords,
} from "../../../rules/groups";
import { usePlace } from "../../use-place";
import { useFilterFields } from "../use-filter-fields";
import { useReadFilter } from "../use-read-filter";
import { useWide } from "../use-wide";
import { keepColumns } from "./change-columns";

const ColumnsDialog = lazy(() => import("./columns-dialog"));

type Display = { readonly table: boolean; readonly columns: readonly TableColumn[] };

interface DisplayMenuProps {
  readonly filter: string;
  readonly sort: TicketSort;
  readonly display: Display | null;
  /** It differs from the view's by one's own choice. */
  readonly own: boolean;
  /** Null gives up one's own. */
  readonly onDisplay: (display: Display | null) => void;
}

/** How the list is shown: beside the ticket or as a table, in groups or in one order. */
export function DisplayMenu({ filter, sort, display, own, onDisplay }: DisplayMenuProps) {
  const { go } = usePlace();
  const isWide = useWide();
  const [open, setOpen] = useState(false);
  const [arranges, setArranges] = useState(false);
  const mayGroup = useMayGroup(filter);
  const shown: Display = { table: display?.table === true, columns: display?.columns ?? [] };
  const columns = shown.columns.length === 0 ? firstColumns : shown.columns;
  const show = (table: boolean) => onDisplay({ table, columns });
  useEffect(() => keepColumns((chosen) => onDisplay({ table: true, columns: chosen })));
  useActions([
    {
      id: "list.display",
      words: ["display", "order", "sort", "group", "table"],
      run: () => setOpen(true),
    },
    {
      id: "list.table",
      label: shown.table ? "Show the list beside the ticket" : "Show the list as a table",
      scope: "list",
      words: ["table", "split"],
      disabledReason: isWide ? null : "There is no room for a table on this screen",
      run: () => show(!shown.table),
    },
    {
      id: "list.columns",
      label: "Choose the columns of the table",
      scope: "list",
      words: ["columns"],
      disabledReason: shown.table ? null : "The list is not shown as a table",
      run: () => setArranges(true),
    },
  ]);
  const grouped = isGrouped(sort);
  return (
    <>
      <Menu
        label="Display"
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            name={`Display: ${sortWords[sort]}`}
            icon={<SlidersHorizontal size={16} aria-hidden="true" />}
          />
        }
      >
        {isWide && (
          <>
            <MenuRadioGroup
              value={shown.table ? "table" : "split"}
              onValueChange={(value) => show(value === "table")}
            >
              <MenuRadioItem value="split">List beside the ticket</MenuRadioItem>
              <MenuRadioItem value="table">Table</MenuRadioItem>
            </MenuRadioGroup>
            {shown.table && <MenuItem onSelect={() => setArranges(true)}>Choose columns</MenuItem>}
            {own && <MenuItem onSelect={() => onDisplay(null)}>As the view is saved</MenuItem>}
            <MenuSeparator />
          </>
        )}
        <MenuLabel>Group by</MenuLabel>
        <MenuRadioGroup
          value={grouped ? sort : "none"}
          onValueChange={(value) =>
            go({ sort: groupedSorts.find((one) => one === value) ?? "updated" })
          }
        >
          <MenuRadioItem value="none">Nothing</MenuRadioItem>
          {(mayGroup || grouped) &&
            groupedSorts.map((one) => (
              <MenuRadioItem key={one} value={one}>
                {sortWords[one]}
              </MenuRadioItem>
            ))}
        </MenuRadioGroup>
        {!mayGroup && <MenuLabel>{groupsActiveOnly}</MenuLabel>}
        <MenuSeparator />
        {grouped ? (
          <MenuLabel>{`${withinWords[sort]} in each group. Other orders have no groups.`}</MenuLabel>
        ) : (
          <>
            <MenuLabel>Order</MenuLabel>
            <MenuRadioGroup
              value={sort}
              onValueChange={(value) =>
                go({ sort: plainSorts.find((one) => one === value) ?? null })
              }
            >
              {plainSorts.map((one) => (
                <MenuRadioItem key={one} value={one}>
                  {sortWords[one]}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </>
        )}
      </Menu>
      {arranges && (
        <Suspense fallback={<Coming />}>
          <ColumnsDialog
            columns={columns}
            onClose={() => setArranges(false)}
            onChosen={(chosen) => onDisplay({ table: true, columns: chosen })}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether a filter keeps to tickets that somebody still has to do with: only those stand in groups. */
function useMayGroup(filter: string): boolean {
  const { expression } = useReadFilter(filter);
  const fields = useFilterFields();
  const possible = valuesOf(expression, "status", fields)?.values ?? [];
  return !possible.includes("resolved") && !possible.includes("closed");
}
