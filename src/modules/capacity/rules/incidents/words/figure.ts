import { type BurnWindow, burnWindowMinutes } from "../../figures/burn-windows";

const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** A number as it is written in the other languages of letters, with a comma. */
const withComma = (value: number) => rounded(value).replace(".", ",");

export const figures = {
  en: ({ value, unit }: { value: number; unit: string }) => `${rounded(value)}${unit}`,
  abroad: ({ value, unit }: { value: number; unit: string }) => `${withComma(value)}${unit}`,
  number: { en: rounded, abroad: withComma },
};

const minutesInHour = 60;
const minutesInDay = 24 * minutesInHour;

/** How long a window is, in the signs that all our languages share: "5 min", "6 h", "3 d". */
export function windowWords(window: BurnWindow): string {
  const minutes = burnWindowMinutes[window];
  if (minutes < minutesInHour) return `${minutes} min`;
  return minutes < minutesInDay ? `${minutes / minutesInHour} h` : `${minutes / minutesInDay} d`;
}

export const listed = (names: readonly string[]) => names.join(", ");
