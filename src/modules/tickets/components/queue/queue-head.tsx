"use client";

import { ListChecks, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import { useLate } from "@/ui/use-late";
import { usePlace } from "../use-place";
import { readFilter } from "./filter-text";
import { clearSelection, startSelecting, useSelection } from "./selection";
import { useFilterFields } from "./use-filter-fields";

const FilterOffers = lazy(() => import("./filter-offers"));
const loadSentence = () => import("./filter-sentence").then((part) => part.FilterSentence);

interface QueueHeadProps {
  readonly heading: ReactNode;
  readonly weather: ReactNode;
  readonly menu: ReactNode;
  readonly filter: string;
  readonly changed: boolean;
}

/** What the list shows and in which order; both stand in the address. */
export function QueueHead({ heading, weather, menu, filter, changed }: QueueHeadProps) {
  const { active } = useSelection();
  return (
    <div className="flex flex-col gap-1 px-4 py-2">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">{heading}</div>
        {changed && <span className="text-ink-3 text-small">unsaved</span>}
        <IconButton
          name="Select tickets"
          pressed={active}
          icon={<ListChecks size={16} aria-hidden="true" />}
          onClick={active ? clearSelection : startSelecting}
        />
        {menu}
      </div>
      {weather}
      <FilterField key={filter} filter={filter} changed={changed} />
    </div>
  );
}

function FilterField({ filter, changed }: { filter: string; changed: boolean }) {
  const { go } = usePlace();
  const [text, setText] = useState(filter);
  const fields = useFilterFields();
  const { problem } = useMemo(() => readFilter(text, fields), [text, fields]);
  const Sentence = useLate(loadSentence);
  const isTyped = text !== filter;
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      className="relative flex flex-col gap-0.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) go({ filter: text });
      }}
    >
      <span className="flex items-center gap-1">
        <Input
          ref={input}
          id="queue-filter"
          type="search"
          aria-label="Filter"
          aria-describedby="queue-filter-says"
          aria-invalid={isTyped && problem !== null}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (isTyped) setText(filter);
            else event.currentTarget.blur();
          }}
          placeholder="status:open assignee:me"
          autoComplete="off"
          spellCheck={false}
          className="text-ui!"
        />
        {changed && (
          <IconButton
            name="Back to the view as it is saved"
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => go({ filter: null, sort: null })}
          />
        )}
      </span>
      <span
        id="queue-filter-says"
        className={`truncate text-small ${isTyped && problem !== null ? "text-bad" : "text-ink-3"}`}
      >
        {isTyped && problem !== null ? (
          problem
        ) : Sentence === null ? (
          "\u00a0"
        ) : (
          <>
            <Sentence text={text} />
            {isTyped && ". Enter to apply."}
          </>
        )}
      </span>
      {isTyped && (
        <Suspense fallback={null}>
          <FilterOffers input={input} text={text} onText={setText} />
        </Suspense>
      )}
    </form>
  );
}
