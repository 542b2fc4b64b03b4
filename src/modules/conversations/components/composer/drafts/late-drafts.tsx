"use client";

import { useLate } from "@/ui/use-late";

const loadEngine = () => import("./draft-engine").then(({ DraftEngine }) => DraftEngine);

/** What keeps one's drafts, on the server and on this page; it comes after the first paint. */
export function LateDrafts() {
  const Engine = useLate(loadEngine);
  return Engine === null ? null : <Engine />;
}
