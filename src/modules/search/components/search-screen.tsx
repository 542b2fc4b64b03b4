"use client";

import { ConsoleFrame } from "@/modules/views/components/console-frame";
import { SearchPanel } from "./search-panel";

/** Search as a page of its own, as phones open it. */
export function SearchScreen() {
  return (
    <ConsoleFrame show="main" mainLabel="Search">
      <div className="mx-auto flex min-h-0 w-full max-w-large flex-1 flex-col">
        <h1 className="sr-only">Search</h1>
        <SearchPanel onGo={(go) => go()} />
      </div>
    </ConsoleFrame>
  );
}
