"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { textsFromForecast } from "../../rules/planner/from-forecast";
import type { PlanTexts } from "../../rules/planner/inputs";

interface ForecastFiguresProps {
  readonly texts: PlanTexts;
  readonly onReplace: (texts: PlanTexts) => void;
}

/** Fills the fields in with the fullest day of the next four weeks. */
export function ForecastFigures({ texts, onReplace }: ForecastFiguresProps) {
  const utils = trpc.useUtils();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const [{ atMs, perDayLately, forecast }, load] = await Promise.all([
        utils.capacity.forecast.fetch({}),
        utils.capacity.todaysLoad.fetch(),
      ]);
      const days = forecast?.days ?? [];
      const planned = textsFromForecast({ atMs, perDayLately, days }, load, texts);
      if (planned === null)
        toast({ text: "There are fewer than eight weeks of tickets: no forecast yet." });
      else onReplace(planned);
    } catch (error) {
      const text = error instanceof Error ? error.message : "The forecast could not be read.";
      toast({ text, tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void take()}>
      From the forecast
    </Button>
  );
}
