import { numberWords } from "@/ui/format/number";
import { FigureTable } from "../figure-table";
import { type ForecastView, rangeWords } from "./forecast-words";

interface DaysAheadProps {
  readonly days: NonNullable<ForecastView["forecast"]>["days"];
  readonly zone: string;
  readonly locale: string;
}

/** The days of the next four weeks with their range and their fullest hour. */
export function DaysAhead({ days, zone, locale }: DaysAheadProps) {
  const dayWords = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: zone,
  });
  return (
    <FigureTable
      caption="Tickets a day, with the range that nine in ten days fall into"
      columns={[
        { title: "Day" },
        { title: "Tickets", isFigure: true },
        { title: "Fullest hour" },
        { title: "Tickets in it", isFigure: true },
      ]}
      rows={days.map((day) => {
        const most = Math.max(...day.byHour);
        const hour = `${String(day.byHour.indexOf(most)).padStart(2, "0")}:00`;
        return {
          key: String(day.atMs),
          cells: [
            `${dayWords.format(day.atMs)}${day.isHoliday ? ", holiday" : ""}`,
            rangeWords(day, locale),
            most > 0 ? hour : "–",
            numberWords(Math.round(most * 10) / 10, locale),
          ],
        };
      })}
    />
  );
}
