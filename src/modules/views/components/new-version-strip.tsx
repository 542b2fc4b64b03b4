"use client";

import { useSyncExternalStore } from "react";
import { onOutdated, outdated } from "@/trpc/version";
import { Button } from "@/ui/button";
import { Strip } from "@/ui/strip";

/** A page that was open while its servers were changed goes on, until whoever works in it reloads. */
export function NewVersionStrip() {
  const isOld = useSyncExternalStore(onOutdated, outdated, () => false);
  if (!isOld) return null;
  return (
    <Strip tone="info" action={<Button onClick={() => window.location.reload()}>Reload</Button>}>
      A newer version is here. Reload when it suits you: what you wrote is kept.
    </Strip>
  );
}
