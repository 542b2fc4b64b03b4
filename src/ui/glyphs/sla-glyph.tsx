import { Glyph, type GlyphProps } from "./glyph";

export type SlaState = "running" | "at_risk" | "breached" | "paused" | "met";

const slaWords: Readonly<Record<SlaState, string>> = {
  running: "On time",
  at_risk: "At risk",
  breached: "Late",
  paused: "Paused",
  met: "Met",
};

const inks: Readonly<Record<SlaState, string>> = {
  running: "text-ink-2",
  at_risk: "text-warn",
  breached: "text-bad",
  paused: "text-ink-3",
  met: "text-good",
};

const ringRadius = 6;
const ringLength = 2 * Math.PI * ringRadius;

/** The share that is left stands as a thick arc on a thin ring, from twelve o'clock. */
function DrainingRing({ share }: { share: number }) {
  const left = Math.min(1, Math.max(0, share)) * ringLength;
  return (
    <>
      <circle cx="8" cy="8" r={ringRadius} strokeWidth="1" />
      <circle
        cx="8"
        cy="8"
        r={ringRadius}
        strokeWidth="3"
        strokeDasharray={`${left.toFixed(2)} ${ringLength.toFixed(2)}`}
        transform="rotate(-90 8 8)"
      />
    </>
  );
}

const shapes = {
  at_risk: (
    <>
      <path d="M8 2 14.5 13.5h-13z" strokeWidth="1.75" strokeLinejoin="round" />
      <path d="M8 6v3.5M8 10.75v1.25" strokeWidth="1.5" />
    </>
  ),
  breached: <rect x="2" y="2" width="12" height="12" rx="1" fill="currentColor" stroke="none" />,
  paused: <path d="M5.5 3v10M10.5 3v10" strokeWidth="3" />,
  met: <path d="m2.5 8.5 3.5 4 7.5-9" strokeWidth="2.25" />,
} as const;

interface SlaGlyphProps extends GlyphProps {
  readonly state: SlaState;
  /** What is left of the target, from 1 down to 0; the ring of a running clock shows it. */
  readonly share?: number | undefined;
}

/** A promise's clock. Its words beside it ("1 h 12 min", "22 min late") come by `name`. */
export function SlaGlyph({ state, share = 1, ...rest }: SlaGlyphProps) {
  return (
    <Glyph word={slaWords[state]} ink={inks[state]} {...rest}>
      {state === "running" ? <DrainingRing share={share} /> : shapes[state]}
    </Glyph>
  );
}
