import { percentWords } from "@/ui/format/number";
import { FigureTable } from "../figure-table";
import type { ForecastView } from "./forecast-words";

interface BackTestFiguresProps {
  readonly backTest: NonNullable<ForecastView["forecast"]>["backTest"];
  readonly locale: string;
}

const weekNames = ["First week", "Second week", "Third week", "Fourth week"];

/** What both methods missed, by how far ahead, and whether the range held. */
export function BackTestFigures({ backTest, locale }: BackTestFiguresProps) {
  const { seasonal, lastWeek, inside, insideOfDays } = backTest;
  const share = (value: number | null | undefined) => percentWords(value ?? null, locale);
  return (
    <>
      <FigureTable
        caption="Share of all tickets that each method put into the wrong hour"
        columns={[
          { title: "How far ahead" },
          { title: "Course of the week", isFigure: true },
          { title: "Same hour last week", isFigure: true },
        ]}
        rows={[
          ...weekNames.map((name, index) => ({
            key: name,
            cells: [name, share(seasonal.byWeekAhead[index]), share(lastWeek.byWeekAhead[index])],
          })),
          {
            key: "all",
            cells: ["All four weeks", share(seasonal.share), share(lastWeek.share)],
          },
        ]}
      />
      <p className="max-w-prose text-ink-2 text-small">
        {inside === null
          ? "Whether the range holds cannot be said yet: it takes twelve weeks to try it."
          : `The range is meant to hold for 90 % of all hours and days. In the last four weeks, made from what was known before, it held for ${share(inside)} of the hours and ${share(insideOfDays)} of the days.`}
      </p>
    </>
  );
}
