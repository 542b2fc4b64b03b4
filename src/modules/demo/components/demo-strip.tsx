"use client";

import { type ReactNode, useState } from "react";
import { PlainButton } from "@/ui/plain-button";
import { Strip } from "@/ui/strip";
import { useLate } from "@/ui/use-late";
import { closeHint } from "./close-hint";
import { type DemoRole, demoHints, touchHints } from "./hints";

export interface DemoStripProps {
  readonly who: DemoRole;
  /** The hint was closed on an earlier visit. */
  readonly closed: boolean;
  /** Offers to end what happens by itself; for those who work here. */
  readonly stops?: boolean | undefined;
  /** What it says where its reader may not read English. */
  readonly says?: { readonly hint: ReactNode; readonly close: string } | undefined;
}

const loadActivity = () => import("./demo-activity").then((part) => part.DemoActivity);

function Hint({ who }: { who: DemoRole }) {
  const touch = touchHints[who];
  return (
    <>
      Demo data. <span className={touch && "coarse:hidden"}>{demoHints[who]}</span>
      {touch && <span className="hidden coarse:inline">{touch}</span>}
    </>
  );
}

const english = (who: DemoRole) => ({ hint: <Hint who={who} />, close: "Got it" });

/** Says that this is a demo, with one thing to try, and ends what acts by itself. */
export function DemoStrip({ who, closed, stops = false, says = english(who) }: DemoStripProps) {
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
