/** Where nobody's language is known: what is written for everybody. */
const plainLocale = "en-GB";

/** Figures as their reader's language writes them: "12.5%", "12,5 %". */
export function figuresIn(locale: string = plainLocale) {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return {
    number: (value: number) => plain.format(value),
    /** Of a share from 0 to 1. */
    percent: (share: number) => shares.format(share),
    dollars: (value: number) => `$${plain.format(Math.round(value))}`,
  };
}

export type FiguresIn = ReturnType<typeof figuresIn>;
