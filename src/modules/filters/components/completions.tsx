"use client";

import { Kbd } from "@/ui/kbd";
import type { Offer } from "./offers";

interface CompletionsProps {
  readonly offers: readonly Offer[];
  readonly onTake: (offer: Offer) => void;
}

/** What could be meant where one types; Tab takes the first. */
export function Completions({ offers, onTake }: CompletionsProps) {
  if (offers.length === 0) return null;
  return (
    <ul
      aria-label="Completions"
      className="flex shrink-0 flex-wrap items-center gap-1 border-line border-b px-4 py-1"
    >
      {offers.map((offer, place) => (
        <li key={offer.label}>
          <button
            type="button"
            onClick={() => onTake(offer)}
            className="inline-flex min-h-6 items-center gap-1 rounded-control px-2 font-mono text-ink-2 text-small hover:bg-hover coarse:min-h-11"
          >
            {offer.label}
            {place === 0 && <Kbd keys="Tab" />}
          </button>
        </li>
      ))}
    </ul>
  );
}
