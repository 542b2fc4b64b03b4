import type { Say } from "@/platform/i18n/client";
import { durationWords } from "@/ui/format/duration";
import { sayableMs } from "../../rules/weather/sayable";

interface ReplyWeatherProps {
  readonly weather: { readonly msP50: number; readonly msP90: number } | null;
  readonly say: Say<"ask">;
  readonly locale: string;
}

/** What somebody who asks may expect; nothing where the past gives no right to say so. */
export function ReplyWeather({ weather, say, locale }: ReplyWeatherProps) {
  if (weather === null) return null;
  const [half, most] = [weather.msP50, weather.msP90].map((ms) =>
    durationWords(sayableMs(ms), locale),
  );
  return (
    <p className="text-ink-2 text-ui">{say("weather", { half: half ?? "", most: most ?? "" })}</p>
  );
}
