import { Glyph, type GlyphProps } from "./glyph";

export type Health = "ok" | "warning" | "critical" | "unknown";

export const healthWords: Readonly<Record<Health, string>> = {
  ok: "In order",
  warning: "Warning",
  critical: "Critical",
  unknown: "Unknown",
};

const looks = {
  ok: {
    ink: "text-good",
    shape: <circle cx="8" cy="8" r="6" fill="currentColor" stroke="none" />,
  },
  warning: {
    ink: "text-warn",
    shape: (
      <path d="M8 2 14.5 13.5h-13z" fill="currentColor" strokeWidth="1" strokeLinejoin="round" />
    ),
  },
  critical: {
    ink: "text-bad",
    shape: <rect x="2" y="2" width="12" height="12" rx="1" fill="currentColor" stroke="none" />,
  },
  unknown: {
    ink: "text-ink-3",
    shape: <circle cx="8" cy="8" r="6" strokeDasharray="2.5 2.2" strokeWidth="1.75" />,
  },
} as const;

interface HealthGlyphProps extends GlyphProps {
  readonly health: Health;
}

/** The health of a component; since when belongs beside it. */
export function HealthGlyph({ health, ...rest }: HealthGlyphProps) {
  const { ink, shape } = looks[health];
  return (
    <Glyph word={healthWords[health]} ink={ink} {...rest}>
      {shape}
    </Glyph>
  );
}
