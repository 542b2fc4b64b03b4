import { numberWords } from "@/ui/format/number";
import { FigureTable } from "../figure-table";
import type { Times } from "./use-measured";

interface MeasuredTimesProps {
  readonly times: Times | undefined;
  readonly locale: string;
}

/** How long each operation takes here: what plans count with where it was measured. */
export function MeasuredTimes({ times, locale }: MeasuredTimesProps) {
  if (times === undefined || times.operations.length === 0) return null;
  return (
    <FigureTable
      caption={`Service times measured here in ${times.days} days, what takes most first`}
      columns={[
        { title: "Operation" },
        { title: "Calls", isFigure: true },
        { title: "Mean, ms", isFigure: true },
      ]}
      rows={times.operations.map(({ operation, calls, msMean }) => ({
        key: operation,
        cells: [operation, numberWords(calls, locale), numberWords(msMean, locale)],
      }))}
    />
  );
}
