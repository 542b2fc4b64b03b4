export type Device = { browser: string; system: string };

/** In this order: what calls itself by another's name, too, stands before it. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//u, "Edge"],
  [/\bOPR\//u, "Opera"],
  [/\bSamsungBrowser\//u, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//u, "Firefox"],
  [/\b(?:Chrome|CriOS)\//u, "Chrome"],
  [/\bSafari\//u, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/u, "iPad"],
  [/\biPhone\b/u, "iPhone"],
  [/\bAndroid\b/u, "Android"],
  [/\bCrOS\b/u, "ChromeOS"],
  [/\bWindows\b/u, "Windows"],
  [/\bMac OS X\b/u, "macOS"],
  [/\bLinux\b/u, "Linux"],
];

const find = (text: string, known: typeof browsers) =>
  known.find(([pattern]) => pattern.test(text))?.[1];

/** What somebody would call the device that a browser named; null where it said nothing known. */
export function deviceOf(userAgent: string): Device | null {
  const browser = find(userAgent, browsers);
  const system = find(userAgent, systems);
  return browser === undefined || system === undefined ? null : { browser, system };
}
