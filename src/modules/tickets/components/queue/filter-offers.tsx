"use client";

import { useEffect } from "react";
import type { Offer } from "@/modules/filters/client";
import { Completions } from "@/modules/filters/components/completions";
import { useLanguage } from "./use-language";
import { useOffers } from "./use-offers";

interface FilterOffersProps {
  readonly text: string;
  readonly cursor: number;
  readonly onTake: (offer: Offer) => void;
  /** The one that Tab takes. */
  readonly onFirst: (offer: Offer | undefined) => void;
}

/** Over the list, so that no row moves while somebody types. */
export default function FilterOffers({ text, cursor, onTake, onFirst }: FilterOffersProps) {
  const offers = useOffers(text, cursor, useLanguage());
  const [first] = offers;
  useEffect(() => {
    onFirst(first);
    return () => onFirst(undefined);
  }, [first, onFirst]);
  if (offers.length === 0) return null;
  return (
    <div className="absolute inset-x-0 top-full z-20 rounded-card border border-line bg-raised shadow-float">
      <Completions offers={offers} onTake={onTake} />
    </div>
  );
}
