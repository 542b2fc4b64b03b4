import { defaultLocale, unknownWords } from "./locale";

/** Counts are exact up to here, and the database stops counting one above. */
export const countShownMax = 999;

/** "1,234" in the reader's locale, "–" for what nobody knows. */
export function numberWords(value: number | null, locale: string = defaultLocale): string {
  return value === null ? unknownWords : new Intl.NumberFormat(locale).format(value);
}

/** A live count: exact to 999, then "999+". */
export function countWords(value: number | null, locale: string = defaultLocale): string {
  if (value === null) return unknownWords;
  return value > countShownMax
    ? `${numberWords(countShownMax, locale)}+`
    : numberWords(value, locale);
}

/** A share from 0 to 1 as "12.5 %"; trailing zeros are left out. */
export function percentWords(
  share: number | null,
  locale: string = defaultLocale,
  fractionDigitsMax = 1,
): string {
  if (share === null) return unknownWords;
  const options = { style: "percent", maximumFractionDigits: fractionDigitsMax } as const;
  return new Intl.NumberFormat(locale, options).format(share);
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "3.4 MB", in steps of a thousand as disks and mail servers count. */
export function bytesWords(bytes: number | null, locale: string = defaultLocale): string {
  if (bytes === null) return unknownWords;
  const step = bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const unit = byteUnits[Math.min(step, byteUnits.length - 1)] ?? "byte";
  const scale = 1_000 ** byteUnits.indexOf(unit);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: unit === "byte" ? 0 : 1,
  }).format(bytes / scale);
}
