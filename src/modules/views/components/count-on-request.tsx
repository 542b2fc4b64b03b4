"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { numberWords } from "@/ui/format/number";
import { type Uncounted, uncountedWords } from "../client";

/** A view without a live number: why, and the number for whoever asks. */
export default function CountOnRequest({ filter, reason }: { filter: string; reason: Uncounted }) {
  const [asked, setAsked] = useState(false);
  const { data, isFetching, refetch } = trpc.views.count.useQuery(
    { filter },
    { enabled: asked, staleTime: 0 },
  );
  const words =
    data === undefined
      ? "–"
      : data.count === null
        ? "– (too many to count in a second)"
        : `${numberWords(data.count)}${data.capped ? "+" : ""}`;
  return (
    <span className="flex shrink-0 items-center gap-1 text-ink-2 text-small">
      <span role="status" title={uncountedWords[reason]}>
        {words}
        <span className="sr-only"> {uncountedWords[reason]}</span>
      </span>
      <Button
        variant="quiet"
        busy={isFetching}
        onClick={() => (asked ? void refetch() : setAsked(true))}
      >
        Count
      </Button>
    </span>
  );
}
