"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { Completions } from "@/modules/filters/components/completions";
import type { Offer } from "@/modules/filters/components/offers";
import { useLanguage } from "./use-language";
import { useOffers } from "./use-offers";

interface FilterOffersProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** After these the cursor may stand elsewhere. */
const moves = ["input", "keyup", "click", "select"] as const;

/**
 * What could be meant where somebody types, over the list, so that no row moves. It comes when
 * somebody types, and looks after the field's cursor and its Tab by itself.
 */
export default function FilterOffers({ input, text, onText }: FilterOffersProps) {
  const [cursor, setCursor] = useState(text.length);
  const offers = useOffers(text, cursor, useLanguage());
  const take = (offer: Offer) => {
    onText(offer.text);
    setCursor(offer.cursor);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(offer.cursor, offer.cursor);
    });
  };
  const follow = useEffectEvent(() => setCursor(input.current?.selectionStart ?? text.length));
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const [first] = offers;
    if (event.key !== "Tab" || event.shiftKey || first === undefined) return;
    event.preventDefault();
    take(first);
  });
  useEffect(() => {
    const field = input.current;
    const moved = () => follow();
    const pressed = (event: KeyboardEvent) => onKeyDown(event);
    moved();
    for (const name of moves) field?.addEventListener(name, moved);
    field?.addEventListener("keydown", pressed);
    return () => {
      for (const name of moves) field?.removeEventListener(name, moved);
      field?.removeEventListener("keydown", pressed);
    };
  }, [input]);
  if (offers.length === 0) return null;
  return (
    <div className="absolute inset-x-0 top-full z-20 rounded-card border border-line bg-raised shadow-float">
      <Completions offers={offers} onTake={take} />
    </div>
  );
}
