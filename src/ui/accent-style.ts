import type { CSSProperties } from "react";

export type AccentColours = {
  readonly light: string;
  readonly onLight: string;
  readonly dark: string;
  readonly onDark: string;
};

type Painted = { readonly "data-accent"?: true; readonly style?: CSSProperties };
type Variables = CSSProperties & Readonly<Record<`--${string}`, string>>;

/** Attributes that put a page into a company's colour; tokens.css says what that changes. */
export function accentStyle(accent: AccentColours | null | undefined): Painted {
  if (!accent) return {};
  const style: Variables = {
    "--own-accent": `light-dark(${accent.light}, ${accent.dark})`,
    "--own-on-accent": `light-dark(${accent.onLight}, ${accent.onDark})`,
  };
  return { "data-accent": true, style };
}
