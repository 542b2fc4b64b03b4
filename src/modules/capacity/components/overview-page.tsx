"use client";

import type { ReactNode } from "react";
import { trpc } from "@/trpc/client";
import { HealthGlyph } from "@/ui/glyphs";
import { LateChart } from "@/ui/late-chart";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { indicators } from "../rules/figures/indicators";
import { AnswerPage } from "./answer-page";
import { IncidentList } from "./incidents/incident-list";
import { worstFirst } from "./incidents/incident-words";
import {
  healthOfTile,
  levelWords,
  overviewSentence,
  placeWords,
  type TileView,
  valueWords,
} from "./indicator-words";
import { OverviewBelow } from "./overview-below";
import { poolWaitWords } from "./pool-waits";
import { TileAction, TileComponents } from "./tile-parts";

const refreshMs = 10_000;
/** Right after a start: the first figures come within seconds. */
const firstMs = 3_000;
/** The indicators stay in sight below them. */
const incidentsShown = 3;

interface OverviewPageProps {
  readonly zone: string;
  readonly locale: string;
}

/** Is anything wrong, and what do I do? The answer first, then the six indicators. */
export function OverviewPage({ zone, locale }: OverviewPageProps) {
  const query = trpc.capacity.overview.useQuery(undefined, {
    refetchInterval: ({ state }) =>
      state.data?.tiles.some(({ value }) => value !== null) ? refreshMs : firstMs,
  });
  const tiles = query.data?.tiles;
  const open =
    trpc.capacity.incidents.useQuery({ which: "open" }, { refetchInterval: refreshMs }).data
      ?.incidents ?? [];
  return (
    <AnswerPage
      title="Overview"
      answer={tiles === undefined ? undefined : overviewSentence(tiles, open)}
      query={query}
    >
      {open.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-heading">Open incidents</h2>
          <IncidentList
            label="Open incidents"
            incidents={worstFirst(open).slice(0, incidentsShown)}
            zone={zone}
            locale={locale}
          />
          {open.length > incidentsShown && (
            <p className="text-ui">
              <TextLink href="/admin/incidents">All {open.length} open incidents</TextLink>
            </p>
          )}
        </section>
      )}
      <ul aria-label="Indicators" className="grid gap-4 md:grid-cols-2 wide:grid-cols-3">
        {tiles?.map((tile) => (
          <Tile key={tile.indicator} tile={tile} zone={zone} locale={locale}>
            {tile.indicator === "connectionPool" && tile.value !== null
              ? poolWaitWords(query.data?.poolWaits ?? [], locale)
              : null}
          </Tile>
        ))}
      </ul>
      <OverviewBelow zone={zone} locale={locale} />
    </AnswerPage>
  );
}

interface TileProps extends OverviewPageProps {
  readonly tile: TileView;
  /** What the figure alone does not say. */
  readonly children: ReactNode;
}

function Tile({ tile, zone, locale, children }: TileProps) {
  const { words } = indicators[tile.indicator];
  const worst = placeWords(tile.worst ?? "");
  const { warningAbove, criticalAbove } = tile;
  const now = useNow(refreshMs);
  const unitWords = (value: number) => valueWords(tile.indicator, value, locale);
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="text-heading">{words}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-display tabular-nums">
          {valueWords(tile.indicator, tile.value, locale)}
        </span>
        <span className="flex items-center gap-2 text-ui">
          <HealthGlyph health={healthOfTile(tile)} name="" />
          {levelWords[tile.level]}
        </span>
      </p>
      <p className="text-ink-2 text-small">
        {tile.sinceMs === null ? (
          tile.level === "unknown" ? (
            "No figure in the last hour"
          ) : (
            "For more than an hour"
          )
        ) : (
          <>
            Since{" "}
            <Time
              value={new Date(tile.sinceMs)}
              now={now}
              zone={zone}
              locale={locale}
              style="clock"
            />
          </>
        )}
        {worst !== "" && `, highest at ${worst}`}
      </p>
      <LateChart
        label={`${words} over the last hour, ${levelWords[tile.level].toLowerCase()}`}
        series={[{ label: words, points: tile.line }]}
        thresholds={[
          { label: "", value: warningAbove, tone: "warn" },
          { label: "", value: criticalAbove, tone: "bad" },
        ]}
        heightPx={48}
        bare
        unitWords={unitWords}
        zone={zone}
        locale={locale}
      />
      <p className="text-ink-2 text-small">
        Warning above {unitWords(warningAbove)}, critical above {unitWords(criticalAbove)}
      </p>
      {children !== null && <p className="text-ink-2 text-small">{children}</p>}
      <TileComponents tile={tile} locale={locale} />
      <TileAction tile={tile} />
    </li>
  );
}
