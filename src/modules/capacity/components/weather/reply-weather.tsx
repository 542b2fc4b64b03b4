import { durationWords } from "@/ui/format/duration";

interface ReplyWeatherProps {
  readonly weather: { readonly msP50: number; readonly msP90: number } | null;
}

/** What somebody who asks may expect; nothing where the past gives no right to say so. */
export function ReplyWeather({ weather }: ReplyWeatherProps) {
  if (weather === null) return null;
  const [half, most] = [durationWords(weather.msP50), durationWords(weather.msP90)];
  return (
    <p className="text-ink-2 text-ui">
      If you ask now, a first answer usually comes within {half}, nearly always within {most}.
    </p>
  );
}
