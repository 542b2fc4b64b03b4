import type { ReactNode } from "react";
import { cx } from "@/ui/cx";
import { WideTable } from "@/ui/wide-table";

interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isFigure?: boolean }[];
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A sign before words stands in their middle, and the words on the line of their row. */
const cell =
  "px-3 py-2 align-baseline [&>.items-center]:items-baseline [&>.items-center>svg]:self-center";
const sideOf = (isFigure = false) =>
  isFigure ? "min-w-20 text-end tabular-nums whitespace-nowrap" : "text-start";

/** Figures in a table that scrolls by itself where it is wider than the screen. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <WideTable label={caption}>
      <table className="w-full text-ui">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-line border-b text-ink-2 text-small">
          <tr>
            {columns.map(({ title, isFigure }) => (
              <th
                key={title}
                scope="col"
                className={cx(cell, sideOf(isFigure), "whitespace-normal!")}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...others] }) => (
            <tr key={key} className="border-line border-b last:border-b-0">
              <th scope="row" className={cx(cell, "text-start font-semibold")}>
                {name}
              </th>
              {others.map((content, index) => (
                <td
                  key={columns[index + 1]?.title}
                  className={cx(cell, sideOf(columns[index + 1]?.isFigure))}
                >
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
