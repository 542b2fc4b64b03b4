import { TextLink } from "@/ui/text-link";
import { indicators } from "../rules/figures/indicators";
import { levelWords, placeWords, type TileView, valueWords } from "./indicator-words";

/** Where what the founding document says to do is done. */
const places: Readonly<Record<TileView["indicator"], string>> = {
  cpu: "/admin/scaling",
  memory: "/admin/processes",
  responseMsP95: "/admin/budgets",
  errorRate: "/admin/objectives",
  queueDepth: "/admin/scaling",
  connectionPool: "/admin/processes",
};

/** What to do about a tile, and where. */
export function TileAction({ tile }: { readonly tile: TileView }) {
  if (tile.level !== "warning" && tile.level !== "critical") return null;
  return (
    <p className="text-ui">
      To do: <TextLink href={places[tile.indicator]}>{indicators[tile.indicator].action}</TextLink>
    </p>
  );
}

/** The same indicator of each part, the worst first. */
export function TileComponents({ tile, locale }: { readonly tile: TileView; locale: string }) {
  const { indicator, components, more } = tile;
  if (components.length < 2) return null;
  return (
    <details className="text-small">
      <summary className="min-h-6 text-ink-2 leading-6">Each of them</summary>
      <ul className="flex flex-col gap-1 py-1">
        {components.map(({ component, value, level }) => (
          <li key={component} className="flex justify-between gap-3">
            <span className="min-w-0 break-words">{placeWords(component)}</span>
            <span className="shrink-0 tabular-nums">
              {valueWords(indicator, value, locale)}
              {level !== "fine" && `, ${levelWords[level].toLowerCase()}`}
            </span>
          </li>
        ))}
        {more > 0 && <li className="text-ink-2">And {more} with less.</li>}
      </ul>
    </details>
  );
}
