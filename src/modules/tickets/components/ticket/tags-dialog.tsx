"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { Coming } from "@/ui/coming";
import { shownTags, showTags, subscribeTags } from "./tags-store";

const TagsEditor = lazy(() => import("./tags-editor"));
const nothing = () => null;

/** The tags of the ticket that was asked for; loaded when somebody first asks. */
export function TagsDialog() {
  const row = useSyncExternalStore(subscribeTags, shownTags, nothing);
  if (row === null) return null;
  return (
    <Suspense fallback={<Coming />}>
      <TagsEditor row={row} onClose={() => showTags(null)} />
    </Suspense>
  );
}
