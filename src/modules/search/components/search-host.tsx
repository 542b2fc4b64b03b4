"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";
import { searchIsOpen, showSearch, subscribeSearch } from "./open-search";

const SearchDialog = lazy(() => import("./search-dialog"));

/** Search from everywhere in the console; its code is fetched when it is first wanted. */
export function SearchHost() {
  const open = useSyncExternalStore(subscribeSearch, searchIsOpen, () => false);
  useActions([
    { id: "search.open", run: () => showSearch(true), words: ["search", "find", "look"] },
  ]);
  return <Suspense fallback={<Coming />}>{open && <SearchDialog />}</Suspense>;
}
