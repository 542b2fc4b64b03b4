"use client";

import { attempt } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import type { Display, View } from "../client";

/** Shows a view in one's own way at once, and keeps it; null shows it as it is saved. */
export function useDisplay(view: View | undefined): (display: Display | null) => void {
  const utils = trpc.useUtils();
  const keep = trpc.views.display.useMutation();
  return (display) => {
    if (view === undefined) return;
    const { id } = view;
    if (display !== null)
      utils.views.list.setData(undefined, (list) =>
        list === undefined
          ? list
          : {
              ...list,
              views: list.views.map((one) =>
                one.id === id ? { ...one, display, ownDisplay: true } : one,
              ),
            },
      );
    attempt(async () => {
      try {
        await keep.mutateAsync({ commandId: newId(), viewId: id, display });
      } finally {
        await utils.views.list.invalidate();
      }
    });
  };
}
