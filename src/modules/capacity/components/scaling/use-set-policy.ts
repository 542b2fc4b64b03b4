"use client";

import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import type { StepPolicy } from "../../rules/step-policy";
import type { Scaled } from "./scaling-page";

/** Makes a new version of a rule; what stood in the way is said. */
export function useSetPolicy({ subject, version }: Scaled) {
  const utils = trpc.useUtils();
  const set = trpc.capacity.setScalingPolicy.useMutation();
  const apply = async (policy: StepPolicy | null, reason: string): Promise<void> => {
    try {
      const input = { commandId: newId(), subject, policy, seenVersion: version, reason };
      await set.mutateAsync(input);
      toast({ text: "The rule counts from now on." });
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : "It was not changed.", tone: "bad" });
    }
    await utils.capacity.scaling.invalidate();
  };
  return { apply, busy: set.isPending };
}
