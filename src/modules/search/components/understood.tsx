"use client";

import { Chip } from "@/ui/chip";
import { type Understood as Reading, without } from "../rules/understood";

interface UnderstoodProps {
  readonly text: string;
  readonly understood: Reading;
  readonly onText: (text: string) => void;
}

/** What was understood, a chip for each field, and what to write where nothing was. */
export function Understood({ text, understood, onText }: UnderstoodProps) {
  const chips = understood.parts.filter(({ isField }) => isField);
  const [problem] = understood.problems;
  if (chips.length === 0 && problem === undefined) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-4 py-2">
      {chips.map(({ start, end, says }) => (
        <Chip
          key={`${start}-${end}`}
          tone="accent"
          removeName={`Remove ${says}`}
          onRemove={() => onText(without(text, { start, end }))}
        >
          {says}
        </Chip>
      ))}
      {problem && (
        <span className="text-bad text-small">
          {problem.message}{" "}
          {problem.suggestion !== undefined && (
            <button
              type="button"
              className="min-h-6 text-link underline coarse:min-h-11"
              onClick={() =>
                onText(
                  `${text.slice(0, problem.start)}${problem.suggestion}${text.slice(problem.end)}`,
                )
              }
            >
              Write {problem.suggestion}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
