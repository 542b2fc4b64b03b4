import { Glyph, type GlyphProps } from "./glyph";

export type Priority = "low" | "medium" | "high" | "urgent";

export const priorityWords: Readonly<Record<Priority, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  urgent: "Urgent",
};

const bars = { low: 1, medium: 2, high: 3 } as const;

interface PriorityGlyphProps extends GlyphProps {
  readonly priority: Priority;
}

/** One to three bars; urgent is a filled square with its sign cut out. */
export function PriorityGlyph({ priority, ...rest }: PriorityGlyphProps) {
  const word = `${priorityWords[priority]} priority`;
  const name = rest.label ? (rest.name ?? priorityWords[priority]) : rest.name;
  if (priority === "urgent") {
    return (
      <Glyph word={word} ink="text-bad" {...rest} name={name}>
        <path
          d="M3.5 1.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM7 4v5h2V4zm0 6.5v2h2v-2z"
          fill="currentColor"
          fillRule="evenodd"
          stroke="none"
        />
      </Glyph>
    );
  }
  const count = bars[priority];
  const ink = priority === "high" ? "text-ink" : "text-ink-3";
  return (
    <Glyph word={word} ink={ink} {...rest} name={name}>
      {[0, 1, 2].map((place) => {
        const height = 4 + place * 4;
        const shape = { x: 1.5 + place * 5, y: 14 - height, width: 3, height };
        // An empty bar keeps its outline: two of three can be read without counting gaps.
        return place < count ? (
          <rect key={place} {...shape} fill="currentColor" stroke="none" />
        ) : (
          <rect
            key={place}
            x={shape.x + 0.5}
            y={shape.y + 0.5}
            width={2}
            height={height - 1}
            strokeWidth="1"
          />
        );
      })}
    </Glyph>
  );
}
