"use client";

import { usePathname, useRouter } from "next/navigation";
import { usePlace } from "@/modules/tickets/components/use-place";

/** Shows what was searched for as a list, which can be sorted, worked on and kept as a view. */
export function useOpenList(): (filter: string) => void {
  const path = usePathname();
  const router = useRouter();
  const place = usePlace();
  return (filter) => {
    const to = { number: null, filter, sort: null };
    // Within the queue only the address changes; from elsewhere its page has to come.
    if (path.startsWith("/tickets")) place.go(to);
    else router.push(place.href(to));
  };
}
