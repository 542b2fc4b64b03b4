const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** A number as it is written in the other languages of letters, with a comma. */
const withComma = (value: number) => rounded(value).replace(".", ",");

export const figures = {
  en: ({ value, unit }: { value: number; unit: string }) => `${rounded(value)}${unit}`,
  abroad: ({ value, unit }: { value: number; unit: string }) => `${withComma(value)}${unit}`,
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
