import { percentWords } from "@/ui/format/number";
import { FigureTable } from "../figure-table";
import { type ForecastView, missWords } from "./forecast-words";

interface BackTestFiguresProps {
  readonly backTest: NonNullable<ForecastView["forecast"]>["backTest"];
  readonly locale: string;
}

const weekNames = ["First week", "Second week", "Third week", "Fourth week"];

/** What both methods missed, by how far ahead, and whether the range held. */
export function BackTestFigures({ backTest, locale }: BackTestFiguresProps) {
  const { seasonal, lastWeek, inside, insideOfDays } = backTest;
  const share = (value: number | null) => percentWords(value, locale);
  const miss = (value: number | null | undefined) => missWords(value ?? null, locale);
  return (
    <>
      <FigureTable
        caption="How far off each method was, in tickets an hour (root mean square)"
        columns={[
          { title: "How far ahead" },
          { title: "Course of the week", isFigure: true },
          { title: "Same hour last week", isFigure: true },
        ]}
        rows={[
          ...weekNames.map((name, index) => ({
            key: name,
            cells: [name, miss(seasonal.byWeekAhead[index]), miss(lastWeek.byWeekAhead[index])],
          })),
          {
            key: "all",
            cells: ["All four weeks", miss(seasonal.miss), miss(lastWeek.miss)],
          },
        ]}
      />
      <p className="max-w-prose text-ink-2 text-small">
        {inside === null
          ? "Whether the range holds cannot be said yet: it takes twelve weeks to try it."
          : `The range is meant to hold for ${share(0.9)} of all hours and days. In the last four weeks, made from what was known before, it held for ${share(inside)} of the hours and ${share(insideOfDays)} of the days.`}
      </p>
    </>
  );
}
