"use client";

import type { ReactNode } from "react";
import { statusWords, type TicketRow } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { DescriptionList } from "@/ui/description-list";
import { fullTime } from "@/ui/format/time";
import { StatusGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Pane } from "@/ui/shell/pane";
import { Skeleton } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { useLate } from "@/ui/use-late";
import { activityWords } from "../../rules/activity-words";
import { Fold, PartError } from "../fold";
import { useMe } from "../me";
import { usePlace } from "../use-place";
import { CustomFields } from "./custom-fields";
import { Customer } from "./customer";
import { showTags } from "./tags-store";

const recentMax = 5;

const channelWords = { web: "Portal", email: "E-mail", chat: "Chat", api: "API" } as const;

export interface TicketContextProps {
  readonly number: number;
  /** Articles that may answer it, from whoever has them. */
  readonly articles?: ((row: TicketRow) => ReactNode) | undefined;
  /** What its requester said of it, from whoever knows. */
  readonly ratings?: ((row: TicketRow) => ReactNode) | undefined;
  /** What else belongs to the ticket, below all of it. */
  readonly more?: ReactNode;
}

/** Who asks, what they asked before, and what happened here; loads apart from the conversation. */
export function TicketContext({ number, articles, ratings, more }: TicketContextProps) {
  const { data, error } = trpc.tickets.get.useQuery({ number });
  return (
    <Pane label="Context">
      {data === undefined ? (
        // The conversation says what is wrong; nothing comes here.
        error === null && <ContextSkeleton />
      ) : (
        <Facts row={data.row} articles={articles} ratings={ratings} />
      )}
      {data !== undefined && more}
    </Pane>
  );
}

function ContextSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-4">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  );
}

/** Below the first sight, and asked for apart: its code comes after the first paint. */
const loadAside = () => import("../day/aside").then((part) => part.TicketAside);

type FactsProps = { row: TicketRow } & Pick<TicketContextProps, "articles" | "ratings">;

function Facts({ row, articles, ratings }: FactsProps) {
  const TicketAside = useLate(loadAside);
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const at = { now, zone, locale };
  return (
    <div className="flex flex-col">
      <Customer row={row} />
      <Fold title="Ticket">
        <DescriptionList
          items={[
            { term: "Asked", value: <Time value={row.createdAt} {...at} /> },
            { term: "Last change", value: <Time value={row.updatedAt} {...at} /> },
            { term: "Channel", value: channelWords[row.channel] },
            {
              term: "Due",
              value:
                row.nextDueAt === null ? (
                  <span className="text-ink-2">– nothing is promised now</span>
                ) : (
                  <Time value={row.nextDueAt} style="due" {...at} />
                ),
            },
            ...(row.satisfaction === null
              ? []
              : [{ term: "Satisfaction", value: row.satisfaction >= 4 ? "Good" : "Not good" }]),
            {
              term: "Tags",
              value: <Tags row={row} />,
            },
          ]}
        />
        <CustomFields row={row} />
      </Fold>
      {row.satisfaction !== null && ratings?.(row)}
      {TicketAside !== null && <TicketAside row={row} />}
      {articles !== undefined && <Fold title="Articles">{articles(row)}</Fold>}
      <Fold title={`Also from ${row.requester.name}`}>
        <Recent row={row} />
      </Fold>
      <Fold title="Activity">
        <Activity number={row.number} />
      </Fold>
    </div>
  );
}

function Tags({ row }: { row: TicketRow }) {
  return (
    <span className="flex flex-wrap items-center gap-1">
      {row.tags.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {row.status !== "closed" && (
        <Button variant="quiet" className="px-1!" onClick={() => showTags(row)}>
          {row.tags.length === 0 ? "Add tags" : "Change tags"}
        </Button>
      )}
    </span>
  );
}

function Recent({ row }: { row: TicketRow }) {
  const { href, go } = usePlace();
  const query = trpc.tickets.list.useQuery({
    filter: `requester:${row.requester.id}`,
    sort: "newest",
  });
  if (query.error) return <PartError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton className="h-5 w-full" />;
  const others = query.data.rows.filter((one) => one.id !== row.id).slice(0, recentMax);
  if (others.length === 0) return <p className="text-ink-2 text-ui">This is their first ticket.</p>;
  return (
    <ul className="flex flex-col">
      {others.map((one) => (
        <li key={one.id}>
          <a
            href={href({ number: one.number })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              go({ number: one.number });
            }}
            className="flex min-h-control items-center gap-2 text-ink text-ui no-underline hover:underline"
          >
            <StatusGlyph status={one.status} name={statusWords[one.status]} />
            <span className="min-w-0 flex-1 truncate">{one.subject}</span>
            <span className="text-ink-3 text-small tabular-nums">#{one.number}</span>
          </a>
        </li>
      ))}
      {query.data.rows.length > recentMax + 1 && (
        <li>
          <TextLink href={`/tickets?q=requester:${row.requester.id}&sort=newest`}>
            All of them
          </TextLink>
        </li>
      )}
    </ul>
  );
}

function Activity({ number }: { number: number }) {
  const query = trpc.tickets.activity.useQuery({ number });
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const told = (iso: string) => fullTime(new Date(iso), { zone, locale });
  if (query.error) return <PartError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton className="h-5 w-full" />;
  return (
    <ol className="flex flex-col gap-2 text-ui">
      {query.data.entries.map((entry) => (
        <li key={entry.id} className="flex flex-col">
          <span>{activityWords({ ...entry, detail: entry.detail }, told)}</span>
          <Time
            value={entry.at}
            now={now}
            zone={zone}
            locale={locale}
            className="w-fit text-ink-3 text-small"
          />
        </li>
      ))}
    </ol>
  );
}
