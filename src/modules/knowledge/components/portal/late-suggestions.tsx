"use client";

import { useLate } from "@/ui/use-late";
import type { SuggestionsProps } from "./suggestions";

const load = () => import("./suggestions").then((part) => part.Suggestions);

/** Articles that may answer what one writes; they come after the page. */
export function LateSuggestions(props: SuggestionsProps) {
  const Part = useLate<SuggestionsProps>(load);
  return Part === null ? null : <Part {...props} />;
}
