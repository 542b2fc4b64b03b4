"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type Place, placeHref, readPlace } from "./place";

type Go = (change: Partial<Place>, how?: { replace?: boolean }) => void;

/**
 * Where this screen is, by its address. Moving changes the address and nothing else: what a step
 * shows is in the cache or asked from the API, so no page travels for it.
 */
export function usePlace(): Place & { href: (change: Partial<Place>) => string; go: Go } {
  const path = usePathname();
  const search = useSearchParams();
  return useMemo(() => {
    const place = readPlace(path, search);
    // A hit belongs to the ticket in which it was found, and not to the next one.
    const left = (change: Partial<Place>) => ("number" in change ? { hit: null } : {});
    const href = (change: Partial<Place>) => placeHref({ ...place, ...left(change), ...change });
    const go: Go = (change, { replace = false } = {}) => {
      const to = href(change);
      if (replace) window.history.replaceState(null, "", to);
      else if (to !== placeHref(place)) window.history.pushState(null, "", to);
    };
    return { ...place, href, go };
  }, [path, search]);
}
