type Scheme = "light" | "dark";

/** The grounds on which the accent stands as text; a test holds them to the design tokens. */
export const accentGrounds: Readonly<Record<Scheme, readonly string[]>> = {
  light: ["#f2f4f1", "#fcfdfb", "#ffffff", "#e8ece7", "#eef2ed", "#dcedea", "#e6f1ef"],
  dark: ["#0f1514", "#151d1b", "#1c2624", "#0b100f", "#1b2523", "#173533", "#16302d"],
};

const inkOn = ["#ffffff", "#06211f"] as const;
/** WCAG 2.2 AA for text. */
const contrastMin = 4.5;
const stepsMax = 100;

/** An accent with the text that stands on it, for both schemes. */
export type Accent = {
  readonly light: string;
  readonly onLight: string;
  readonly dark: string;
  readonly onDark: string;
};

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/u.test(text);

function channels(hex: string): [number, number, number] {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast of two colours as WCAG defines it, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The text to put on a colour; the first that can be read. */
const onColour = (hex: string): string | undefined =>
  inkOn.find((ink) => contrastOf(hex, ink) >= contrastMin);

const passes = (hex: string, scheme: Scheme): boolean =>
  onColour(hex) !== undefined &&
  accentGrounds[scheme].every((ground) => contrastOf(hex, ground) >= contrastMin);

/** The share `part` of the way from a colour to black or white. */
function mixed(hex: string, towards: 0 | 255, part: number): string {
  const mix = channels(hex).map((value) => Math.round(value + (towards - value) * part));
  return `#${mix.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The nearest colour that passes, darker for light pages and lighter for dark ones. */
function nearest(hex: string, scheme: Scheme): string {
  const towards = scheme === "light" ? 0 : 255;
  for (let step = 0; step < stepsMax; step += 1) {
    const tried = mixed(hex, towards, step / stepsMax);
    if (passes(tried, scheme)) return tried;
  }
  return mixed(hex, towards, 1);
}

/** What pages show of an accent that was accepted; the dark scheme's is made from it. */
export function accentOf(hex: string): Accent {
  const light = nearest(hex, "light");
  const dark = nearest(hex, "dark");
  return {
    light,
    onLight: onColour(light) ?? inkOn[0],
    dark,
    onDark: onColour(dark) ?? inkOn[1],
  };
}

/** Null when a colour can be read on light pages; else the nearest one that can. */
export function accentInstead(hex: string): string | null {
  return passes(hex, "light") ? null : nearest(hex, "light");
}
