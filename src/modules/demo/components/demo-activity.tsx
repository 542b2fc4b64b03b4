"use client";

import type { ReactNode } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { PlainButton } from "@/ui/plain-button";
import { Strip } from "@/ui/strip";

const refreshMs = 15_000;

export interface DemoActivityProps {
  readonly hint: ReactNode;
  readonly action: ReactNode;
}

/** While the people of the demo act by themselves, it says so and ends it at a click. */
export function DemoActivity({ hint, action }: DemoActivityProps) {
  const status = trpc.demo.status.useQuery(undefined, { refetchInterval: refreshMs, retry: false });
  const utils = trpc.useUtils();
  const stop = trpc.demo.stop.useMutation({
    onSuccess: (now) => utils.demo.status.setData(undefined, now),
  });
  const active = status.data?.active === true;
  if (!active && hint === null) return null;
  return (
    <Strip
      tone="note"
      action={
        <>
          {action}
          {active && (
            <PlainButton busy={stop.isPending} onClick={() => stop.mutate({ commandId: newId() })}>
              Stop the demo activity
            </PlainButton>
          )}
        </>
      }
    >
      {hint}
      {active && " Sverre and Jonas act by themselves for some minutes."}
    </Strip>
  );
}
