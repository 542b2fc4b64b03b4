"use client";

import { useState } from "react";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import type { PlanTexts } from "../../rules/planner/inputs";

interface TodaysFiguresProps {
  readonly texts: PlanTexts;
  readonly onReplace: (texts: PlanTexts) => void;
}

type TodaysLoad = RouterOutputs["capacity"]["todaysLoad"];

/** What nobody measured stays as it is written. */
function measuredTexts(load: TodaysLoad, texts: PlanTexts): PlanTexts {
  const known = (value: number | null, otherwise: string) =>
    value === null ? otherwise : String(Math.round(value * 10) / 10);
  const came = load.ticketsByHour.some((tickets) => tickets > 0);
  return {
    ...texts,
    users: String(load.monthlyActiveUsers),
    tickets: String(load.ticketsPerDay),
    connections: known(load.connections, texts.connections),
    requests: known(load.requestsPerMinute, texts.requests),
    kilobytes: known(load.kilobytesPerTicket, texts.kilobytes),
    handle: known(load.handleMinutes, texts.handle),
    on: load.measuredAt.slice(0, 10),
    from: "",
    hours: came ? load.ticketsByHour.join(",") : "",
  };
}

/** Fills the fields in with what this installation carries, and says what was not measured. */
export function TodaysFigures({ texts, onReplace }: TodaysFiguresProps) {
  const utils = trpc.useUtils();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const load = await utils.capacity.todaysLoad.fetch(undefined, { staleTime: 0 });
      onReplace(measuredTexts(load, texts));
      const missing = [
        load.connections === null ? "connections" : "",
        load.requestsPerMinute === null ? "requests a minute" : "",
        load.kilobytesPerTicket === null ? "storage a ticket" : "",
        load.handleMinutes === null ? "handling time" : "",
      ].filter((name) => name !== "");
      if (missing.length > 0)
        toast({ text: `Not measured, left as written: ${missing.join(", ")}.` });
    } catch (error) {
      toast({
        text: error instanceof Error ? error.message : "Today's figures could not be read.",
        tone: "bad",
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void take()}>
      Today’s figures
    </Button>
  );
}
