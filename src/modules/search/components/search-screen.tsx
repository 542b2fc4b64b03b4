"use client";

import { lazy, Suspense } from "react";
import { ConsoleFrame } from "@/modules/views/components/console-frame";

// As in the dialog: the page is there before the code that searches.
const SearchPanel = lazy(() =>
  import("./search-panel").then((part) => ({ default: part.SearchPanel })),
);

/** Search as a page of its own, as phones open it. */
export function SearchScreen() {
  return (
    <ConsoleFrame show="main" mainLabel="Search">
      <div className="mx-auto flex min-h-0 w-full max-w-large flex-1 flex-col">
        <h1 className="sr-only">Search</h1>
        <Suspense fallback={null}>
          <SearchPanel onGo={(go) => go()} />
        </Suspense>
      </div>
    </ConsoleFrame>
  );
}
