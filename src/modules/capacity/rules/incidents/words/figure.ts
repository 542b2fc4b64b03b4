import { figuresIn } from "../../figures-in";

export const percentUnit = "%";
const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** A number as it is written in the other languages of letters, with a comma. */
const withComma = (value: number) => rounded(value).replace(".", ",");

type Figure = { value: number; unit: string };

/** A share stands as the language writes it; other units are the same everywhere. */
const figureIn = (locale: string | undefined, number: (value: number) => string) => {
  const { percent } = figuresIn(locale);
  return ({ value, unit }: Figure) =>
    unit === percentUnit ? percent(value / 100) : `${number(value)}${unit}`;
};

/** German and Spanish write them alike. */
export const figures = {
  en: figureIn(undefined, rounded),
  abroad: figureIn("de", withComma),
  number: { en: rounded, abroad: withComma },
};

/** A moment as it is told to everybody: its day and its time, in UTC. */
export const momentIn = (locale: string) => {
  const options = { timeZone: "UTC", hourCycle: "h23" } as const;
  const day = new Intl.DateTimeFormat(locale, { ...options, day: "numeric", month: "short" });
  const time = new Intl.DateTimeFormat(locale, { ...options, hour: "2-digit", minute: "2-digit" });
  return (atMs: number) => ({ day: day.format(atMs), time: `${time.format(atMs)} UTC` });
};

export const listed = (names: readonly string[]) => names.join(", ");
