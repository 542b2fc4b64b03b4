import { Glyph, type GlyphProps } from "./glyph";

export type Status = "open" | "pending" | "on_hold" | "resolved" | "closed";

export const statusWords: Readonly<Record<Status, string>> = {
  open: "Open",
  pending: "Pending",
  on_hold: "On hold",
  resolved: "Resolved",
  closed: "Closed",
};

const looks = {
  open: { ink: "text-info", shape: <circle cx="8" cy="8" r="6" fill="currentColor" /> },
  pending: {
    ink: "text-violet",
    shape: (
      <>
        <circle cx="8" cy="8" r="6" />
        <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />
      </>
    ),
  },
  on_hold: { ink: "text-ink-2", shape: <path d="M5.5 3v10M10.5 3v10" strokeWidth="3" /> },
  resolved: {
    ink: "text-good",
    shape: (
      <>
        <circle cx="8" cy="8" r="6.25" strokeWidth="1.5" />
        <path d="m5.25 8.25 2 2 3.5-4" strokeWidth="1.75" />
      </>
    ),
  },
  closed: { ink: "text-ink-3", shape: <rect x="3" y="3" width="10" height="10" rx="1" /> },
} as const;

/** A moon in the corner; the shape makes room for it. */
const moon = (
  <path
    d="M15.5 12.6a4.25 4.25 0 1 1-5-5.4 3.6 3.6 0 0 0 5 5.4z"
    fill="currentColor"
    stroke="none"
    className="text-ink-2"
  />
);

interface StatusGlyphProps extends GlyphProps {
  readonly status: Status;
  readonly snoozed?: boolean | undefined;
}

export function StatusGlyph({ status, snoozed = false, ...rest }: StatusGlyphProps) {
  const word = snoozed ? `${statusWords[status]}, snoozed` : statusWords[status];
  const { ink, shape } = looks[status];
  return (
    <Glyph word={word} ink={ink} {...rest}>
      {snoozed ? <g transform="scale(0.62)">{shape}</g> : shape}
      {snoozed && moon}
    </Glyph>
  );
}
