"use client";

import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import type { FigureSet } from "../../rules/figures/set";
import type { FigureTableView } from "./figures-page";

/** Makes a new version of a table after the one that was seen; what stood in the way is said. */
export function useSetFigures({ figure, version }: Pick<FigureTableView, "figure" | "version">) {
  const utils = trpc.useUtils();
  const save = trpc.capacity.setFigures.useMutation();
  const apply = async (set: FigureSet | null, reason: string): Promise<number | null> => {
    try {
      const input = { commandId: newId(), figure, set, seenVersion: version, reason };
      const saved = await save.mutateAsync(input);
      toast({ text: "It counts from now on." });
      return saved.version;
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : "It was not changed.", tone: "bad" });
      return null;
    } finally {
      await utils.capacity.figures.invalidate();
    }
  };
  return { apply, busy: save.isPending };
}
