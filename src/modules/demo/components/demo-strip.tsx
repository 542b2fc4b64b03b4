"use client";

import { type ReactNode, useState } from "react";
import { PlainButton } from "@/ui/plain-button";
import { Strip } from "@/ui/strip";
import { useLate } from "@/ui/use-late";
import { closeHint } from "./close-hint";
import type { DemoRole } from "./hints";

export interface DemoStripProps {
  readonly who: DemoRole;
  /** The hint was closed on an earlier visit. */
  readonly closed: boolean;
  /** Offers to end what happens by itself; for those who work here. */
  readonly stops?: boolean | undefined;
  /** One thing to try, and how it is closed. */
  readonly says: { readonly hint: ReactNode; readonly close: string };
}

const loadActivity = () => import("./demo-activity").then((part) => part.DemoActivity);

/** Says that this is a demo, with one thing to try, and ends what acts by itself. */
export function DemoStrip({ who, closed, stops = false, says }: DemoStripProps) {
  const [shut, setShut] = useState(closed);
  const close = () => {
    setShut(true);
    // A hint that comes again costs a click, nothing more.
    closeHint(who).catch(() => undefined);
  };
  const hint = shut ? null : says.hint;
  const gotIt = shut ? null : <PlainButton onClick={close}>{says.close}</PlainButton>;
  if (stops) return <Stoppable hint={hint} action={gotIt} />;
  return hint === null ? null : (
    <Strip tone="note" action={gotIt}>
      {hint}
    </Strip>
  );
}

function Stoppable({ hint, action }: { hint: ReactNode; action: ReactNode }) {
  const Activity = useLate(loadActivity);
  if (Activity !== null) return <Activity hint={hint} action={action} />;
  return hint === null ? null : (
    <Strip tone="note" action={action}>
      {hint}
    </Strip>
  );
}
