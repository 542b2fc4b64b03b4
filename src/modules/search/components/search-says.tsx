"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { type Understood, without } from "../rules/understood";
import type { useSearch } from "./use-search";

interface SearchSaysProps {
  readonly id: string;
  readonly text: string;
  readonly found: ReturnType<typeof useSearch>;
  readonly isEmpty: boolean;
  readonly understood: Understood;
  readonly onText: (text: string) => void;
}

/** What the search has to say of itself: that it goes on, how far it looked, what else to try. */
export function SearchSays(props: SearchSaysProps) {
  const { id, text, found, isEmpty } = props;
  const { code, words, reference } = readError(found.error);
  const failed = found.error !== null && !found.isLooking;
  const nothing = isEmpty && !failed && !found.isLooking && found.isToldYet && text.trim() !== "";
  return (
    <>
      <p id={id} role="status" className="px-3 py-2 text-ink-3 text-small">
        <Status {...props} />
      </p>
      {found.hasMore && !found.isLooking && (
        <Button variant="quiet" onClick={found.more} className="mx-auto mb-2 flex">
          Show more
        </Button>
      )}
      {failed && code === "search_only_excludes" && (
        <EmptyState title="Nothing to look for yet">{words}</EmptyState>
      )}
      {failed && code !== "search_only_excludes" && (
        <ErrorState title="Messages were not searched" reference={reference} onRetry={found.retry}>
          {words}
        </ErrorState>
      )}
      {nothing && <Nothing {...props} />}
    </>
  );
}

function Status({ text, found, onText }: SearchSaysProps) {
  const { timeZone, locale } = useMe();
  if (text.trim() === "")
    return "Words are searched in messages and subjects. Fields narrow them: status, assignee, tag, created.";
  if (found.isLooking) return "Still searching messages";
  if (found.corrected.length > 0) return <Corrected text={text} found={found} onText={onText} />;
  if (found.lookedBackTo !== null) {
    const month = new Intl.DateTimeFormat(locale, { timeZone, month: "long", year: "numeric" });
    return `Looked back to ${month.format(new Date(found.lookedBackTo))}.`;
  }
  return found.tooCommon ? "These words stand everywhere. Add one that is rarer." : null;
}

/** Words that hardly anybody wrote, what was searched for beside them, and how to search for that alone. */
function Corrected({ text, found, onText }: Pick<SearchSaysProps, "text" | "found" | "onText">) {
  const written = found.corrected.map((word) => `“${word.written}”`).join(" and ");
  const meant = found.corrected.flatMap((word) => word.meant).join(", ");
  const likely = found.corrected.reduce(
    (changed, word) => changed.replace(word.written, word.meant[0] ?? word.written),
    text,
  );
  return (
    <>
      Few messages say {written}. Searched for {meant}, too.{" "}
      <button
        type="button"
        className="min-h-6 text-link underline coarse:min-h-11"
        onClick={() => onText(likely)}
      >
        Search for “{likely.trim()}” only
      </button>
    </>
  );
}

/** Nothing: each part that could be in the way is a button that drops it. */
function Nothing({ text, found, understood, onText }: SearchSaysProps) {
  const drops = understood.parts.length < 2 ? [] : understood.parts;
  return (
    <EmptyState
      title={found.tooCommon ? "These words stand everywhere" : "Nothing says that"}
      action={
        drops.length === 0 ? undefined : (
          <span className="flex flex-wrap justify-center gap-2">
            {drops.map((part) => (
              <Button key={part.start} onClick={() => onText(without(text, part))}>
                Without {text.slice(part.start, part.end)}
              </Button>
            ))}
          </span>
        )
      }
    >
      {drops.length === 0
        ? "Try another word, or fewer letters of it."
        : "Try it without one of its parts."}
    </EmptyState>
  );
}
