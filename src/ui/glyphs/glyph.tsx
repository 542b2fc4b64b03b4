import type { ReactNode } from "react";
import { cx } from "../cx";

export interface GlyphProps {
  /** Writes the word beside the picture. */
  readonly label?: boolean | undefined;
  /** Replaces the word; empty where the word stands beside it anyway. */
  readonly name?: string | undefined;
  readonly className?: string | undefined;
}

interface GlyphFrameProps extends GlyphProps {
  readonly word: string;
  /** The colour that shape and word share; the shape is told apart without it. */
  readonly ink: string;
  readonly children: ReactNode;
}

const frame = {
  width: 16,
  height: 16,
  viewBox: "0 0 16 16",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
} as const;

/** State = shape + word + colour: a picture of 16 px that has a name or stands beside its word. */
export function Glyph({ word, ink, label, name, className, children }: GlyphFrameProps) {
  const said = name ?? word;
  const picture =
    label || said === "" ? (
      <svg {...frame} aria-hidden="true" className={cx("shrink-0", ink, !label && className)}>
        {children}
      </svg>
    ) : (
      <svg {...frame} role="img" aria-label={said} className={cx("shrink-0", ink, className)}>
        <title>{said}</title>
        {children}
      </svg>
    );
  if (!label) return picture;
  return (
    <span className={cx("inline-flex items-center gap-1 whitespace-nowrap", className)}>
      {picture}
      <span>{said}</span>
    </span>
  );
}
