import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const [plainCss = "", moreCss = ""] = css.split("@variant more-contrast");

type Scheme = "light" | "dark";
type Roles = ReadonlyMap<string, Readonly<Record<Scheme, string>>>;

function rolesOf(source: string): Roles {
  const pair = /--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gu;
  return new Map(
    [...source.matchAll(pair)].map(([, role = "", light = "", dark = ""]) => [
      role,
      { light, dark },
    ]),
  );
}

const plain = rolesOf(plainCss);
const palettes = { plain, "more contrast": new Map([...plain, ...rolesOf(moreCss)]) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colour(roles: Roles, role: string, scheme: Scheme): string {
  const found = roles.get(role);
  if (found === undefined) throw new Error(`tokens.css has no role --${role}`);
  return found[scheme];
}

const grounds = ["canvas", "surface", "raised", "sunken", "hover", "selected", "reply-paper"];
const states = ["good", "warn", "bad", "info", "violet"];

/** Every ink with every ground that it is used on. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ...["ink", "ink-2", "ink-3", "link", "accent", ...states].map((ink) => [ink, grounds] as const),
  ...["ink", "link"].map((ink) => [ink, ["mark"]] as const),
  ["note-ink", ["note-paper"]],
  ["ink-2", ["note-paper"]],
  ["on-accent", ["accent"]],
  ["on-note-button", ["note-button"]],
  ["on-bad", ["bad"]],
  ...states.map((state) => [`on-${state}-soft`, [`${state}-soft`]] as const),
];

const shapes: readonly (readonly [string, readonly string[]])[] = [
  ["line-strong", ["canvas", "surface", "raised", "hover"]],
  ["focus", [...grounds, "note-paper"]],
  ["note-edge", ["note-paper", "canvas", "surface"]],
  ...[1, 2, 3, 4, 5, 6].map(
    (place) => [`chart-${place}`, ["canvas", "surface", "raised"]] as const,
  ),
];

const cases = Object.keys(palettes).flatMap((palette) =>
  (["light", "dark"] as const).map((scheme) => ({ palette, scheme })),
);

describe.each(cases)("$scheme, $palette", ({ palette, scheme }) => {
  const roles = palette === "plain" ? palettes.plain : palettes["more contrast"];
  const worst = (pairs: typeof texts, least: number) =>
    pairs.flatMap(([ink, on]) =>
      on
        .map((ground) => ({
          pair: `${ink} on ${ground}`,
          ratio: contrast(colour(roles, ink, scheme), colour(roles, ground, scheme)),
        }))
        .filter(({ ratio }) => ratio < least),
    );

  test("every text can be read on every ground that it stands on (4.5 to 1)", () => {
    expect(worst(texts, 4.5)).toEqual([]);
  });

  test("edges, focus and chart lines can be seen (3 to 1)", () => {
    expect(worst(shapes, 3)).toEqual([]);
  });
});

test("the worst contrasts are those that the design states", () => {
  const least = (ink: string, scheme: Scheme, on: readonly string[]) =>
    Math.min(...on.map((g) => contrast(colour(plain, ink, scheme), colour(plain, g, scheme))));
  const stated = [
    ["on-accent", ["accent"], 6.3, 7.9],
    ["note-ink", ["note-paper"], 10.2, 11.1],
    ["on-note-button", ["note-button"], 6.9, 8.2],
    ["link", ["mark"], 5.5, 5.5],
    ["ink-3", grounds, 4.7, 4.9],
  ] as const;
  for (const [ink, on, light, dark] of stated) {
    expect(least(ink, "light", on)).toBeCloseTo(light, 0);
    expect(least(ink, "dark", on)).toBeCloseTo(dark, 0);
  }
});

test("more contrast never lowers a contrast", () => {
  for (const [role, more] of rolesOf(moreCss)) {
    for (const scheme of ["light", "dark"] as const) {
      const ground = colour(plain, "surface", scheme);
      const before = contrast(colour(plain, role, scheme), ground);
      expect(contrast(more[scheme], ground), `--${role}`).toBeGreaterThanOrEqual(before);
    }
  }
});
