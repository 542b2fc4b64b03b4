"use client";

import { useLate } from "@/ui/use-late";

const load = () => import("./queue-weather").then((part) => part.QueueWeather);

/** The weather of the queue after the first paint, in a place of its final height: no row moves. */
export function LateWeather({ locale }: { locale: string }) {
  const Weather = useLate(load);
  return <div className="min-h-4">{Weather && <Weather locale={locale} />}</div>;
}
