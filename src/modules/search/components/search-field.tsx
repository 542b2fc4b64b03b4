"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import type { Problem } from "@/modules/filters/client";
import { limits } from "@/platform/limits";

interface SearchFieldProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly input: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  readonly onText: (text: string, cursor: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const lineClass = "min-h-12 w-full px-4 ps-11 text-body whitespace-pre";

/** Where one types. What cannot be understood is underlined where it stands. */
export function SearchField(props: SearchFieldProps) {
  const { text, problems, input, onText } = props;
  const under = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (under.current !== null) under.current.scrollLeft = input.current?.scrollLeft ?? 0;
  };
  return (
    <div className="relative shrink-0 border-line border-b">
      <Search
        size={20}
        aria-hidden="true"
        className="pointer-events-none absolute start-4 top-3.5 text-ink-3"
      />
      <div
        ref={under}
        aria-hidden="true"
        className={`${lineClass} pointer-events-none absolute inset-0 flex items-center overflow-hidden text-transparent`}
      >
        <span>{underlined(text, problems)}</span>
      </div>
      <Command.Input
        ref={input}
        aria-label="Search"
        aria-describedby={props.describedBy}
        value={text}
        maxLength={limits.searchCharsMax}
        onValueChange={(next) => onText(next, input.current?.selectionStart ?? next.length)}
        onSelect={({ currentTarget }) => {
          onText(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
          follow();
        }}
        onScroll={follow}
        onKeyDown={props.onKeyDown}
        placeholder="Words, “a phrase”, status:open, #10421"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className={`${lineClass} relative bg-transparent focus-visible:-outline-offset-2`}
      />
    </div>
  );
}

function underlined(text: string, problems: readonly Problem[]) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of problems) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <u key={start} className="decoration-bad decoration-wavy underline-offset-4">
        {text.slice(start, end)}
      </u>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}
