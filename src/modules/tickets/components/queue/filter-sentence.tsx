"use client";

import { useReadFilter } from "./use-read-filter";

/** What a filter says, in words; comes after the list that it is about. */
export function FilterSentence({ text }: { text: string }) {
  return useReadFilter(text).sentence;
}
