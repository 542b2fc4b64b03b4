"use client";

import { ConsoleFrame } from "@/modules/views/components/console-frame";
import { useLate } from "@/ui/use-late";

// As in the dialog: the page is there before the code that searches. The field comes with it, so
// that nobody types into one that does not listen yet.
const loadPanel = () => import("./search-panel").then((part) => part.SearchPanel);

/** The address says what is looked for, so that it can be sent on and come back to. */
const askedFor = () => new URLSearchParams(window.location.search).get("q");
const sayAskedFor = (text: string) => {
  const query = text.trim() === "" ? "" : `?${new URLSearchParams({ q: text })}`;
  if (query === window.location.search) return;
  window.history.replaceState(null, "", `${window.location.pathname}${query}`);
};

/** Search as a page of its own, as phones open it. */
export function SearchScreen() {
  const SearchPanel = useLate(loadPanel);
  return (
    <ConsoleFrame show="main" mainLabel="Search">
      <div className="mx-auto flex min-h-0 w-full max-w-large flex-1 flex-col">
        <h1 className="sr-only">Search</h1>
        {SearchPanel !== null && (
          <SearchPanel onGo={(go) => go()} startsWith={askedFor()} onText={sayAskedFor} />
        )}
      </div>
    </ConsoleFrame>
  );
}
