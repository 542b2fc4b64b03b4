/** The addresses in a line: commas, semicolons, blanks and line breaks stand between them. */
export const addressesIn = (line: string): string[] => [
  ...new Set(
    line
      .split(/[\s,;]+/)
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one !== ""),
  ),
];

const whole = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** The first that is no whole address; undefined when all are. */
export const wrongAddress = (addresses: readonly string[]): string | undefined =>
  addresses.find((one) => !whole.test(one));
