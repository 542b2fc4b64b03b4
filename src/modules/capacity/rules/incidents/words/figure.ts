const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** A number as it is written in the other languages of letters, with a comma. */
const withComma = (value: number) => rounded(value).replace(".", ",");

export const figures = {
  en: ({ value, unit }: { value: number; unit: string }) => `${rounded(value)}${unit}`,
  abroad: ({ value, unit }: { value: number; unit: string }) => `${withComma(value)}${unit}`,
  number: { en: rounded, abroad: withComma },
};

export const listed = (names: readonly string[]) => names.join(", ");
