"use client";

import { usePathname, useRouter } from "next/navigation";
import { rememberHit } from "@/modules/conversations/components/hit-store";
import { usePlace } from "@/modules/tickets/components/use-place";
import type { MessageHit } from "../schema";

/** Opens a ticket, at the message where it was found. */
export function useOpenHit(): (number: number, hit: MessageHit | null) => void {
  const path = usePathname();
  const router = useRouter();
  const place = usePlace();
  return (number, hit) => {
    if (hit !== null) {
      const words = hit.pieces.filter((piece) => piece.hit).map((piece) => piece.text);
      rememberHit(hit.messageId, words);
    }
    const to = { number, hit: hit?.messageId ?? null };
    // Within the queue only the address changes; from elsewhere its page has to come.
    if (path.startsWith("/tickets")) place.go(to);
    else router.push(place.href(to));
  };
}
