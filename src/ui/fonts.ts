import localFont from "next/font/local";

/**
 * Atkinson Hyperlegible Next tells I, l, 1 and O, 0 apart. The two halves of its alphabet are two
 * families: the common half is preloaded with measured fallback metrics, so that nothing shifts
 * when it arrives; the rest comes only when a page has such letters.
 */
const text = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--font-text",
});

const textExt = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--font-text-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

const code = localFont({
  src: "../../node_modules/@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2",
  weight: "400",
  display: "swap",
  variable: "--font-code",
  preload: false,
  adjustFontFallback: false,
});

export const fontClasses = `${text.variable} ${textExt.variable} ${code.variable}`;
