"use client";

import { useMemo } from "react";
import { type Offer, offersAt } from "@/modules/filters/components/offers";
import { trpc } from "@/trpc/client";
import type { useLanguage } from "./use-language";

/** Fields whose values only the server lists. */
const listedByServer = new Set(["assignee", "tag", "requester", "organization"]);
const minuteMs = 60_000;

/** What could be meant where somebody types a filter. */
export function useOffers(
  text: string,
  cursor: number,
  language: ReturnType<typeof useLanguage>,
): readonly Offer[] {
  const at = useMemo(() => offersAt(text, cursor, language, []), [text, cursor, language]);
  const asksServer = at.field !== undefined && listedByServer.has(at.field);
  const values = trpc.search.values.useQuery(
    { field: at.field ?? "", typed: at.typed },
    { enabled: asksServer, staleTime: minuteMs },
  );
  const more = asksServer ? (values.data?.values ?? []) : [];
  return more.length === 0 ? at.offers : offersAt(text, cursor, language, more).offers;
}
