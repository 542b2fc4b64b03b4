"use client";

import type { ReactNode } from "react";
import { keyOfFilter, valueWords } from "@/modules/fields/client";
import { priorityWords, statusWords } from "@/modules/tickets/client";
import { cx } from "@/ui/cx";
import { durationWords } from "@/ui/format/duration";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { type TicketColumn, ticketColumns } from "../../../rules/columns";
import { useMe } from "../../me";
import { SlaTime } from "../../ticket/sla-time";
import type { ListRow } from "../held-list";
import type { FieldsByKey } from "./column-name";

const channelWords = { web: "Web", email: "E-mail", chat: "Chat", api: "API" } as const;

/** What a row says in each column; the subject, which opens it, is the row's own. */
const cells: Record<Exclude<TicketColumn, "subject">, (row: ListRow) => ReactNode> = {
  status: (row) => (
    <Marked glyph={<StatusGlyph status={row.status} snoozed={row.snoozedUntil !== null} name="" />}>
      {row.snoozedUntil === null ? statusWords[row.status] : `${statusWords[row.status]}, snoozed`}
    </Marked>
  ),
  priority: (row) => (
    <Marked glyph={<PriorityGlyph priority={row.priority} name="" />}>
      {priorityWords[row.priority]}
    </Marked>
  ),
  number: (row) => `#${row.number}`,
  requester: (row) => row.requester.name,
  organization: (row) => row.organization?.name ?? null,
  assignee: (row) => row.assignee?.name ?? null,
  team: (row) => row.team?.name ?? null,
  sla: (row) => (row.slaState === null ? null : <SlaTime row={row} className="align-middle" />),
  waiting: (row) => (row.waitingSince === null ? null : <Since at={row.waitingSince} />),
  tags: (row) => (row.tags.length === 0 ? null : row.tags.join(", ")),
  channel: (row) => channelWords[row.channel],
  updated: (row) => <At time={row.updatedAt} />,
  created: (row) => <At time={row.createdAt} />,
  words: (row) => row.lastWords,
  satisfaction: (row) => (row.satisfaction === null ? null : row.satisfaction > 2 ? "Good" : "Bad"),
};

const isOwn = (id: string): id is keyof typeof cells =>
  id !== "subject" && ticketColumns.some((one) => one === id);

interface CellProps {
  readonly id: string;
  readonly row: ListRow;
  readonly fields: FieldsByKey;
}

/** One field of a ticket in words; nothing where there is nothing. */
export function CellWords({ id, row, fields }: CellProps) {
  if (isOwn(id)) return cells[id](row) ?? <Nothing />;
  const key = keyOfFilter(id);
  const field = key === null ? undefined : fields.get(key);
  const value = key === null ? undefined : row.fields[key];
  return field === undefined || value === undefined ? <Nothing /> : valueWords(field, value);
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true" className="text-ink-3">
        –
      </span>
      <span className="sr-only">none</span>
    </>
  );
}

function Marked({ glyph, children }: { glyph: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 align-middle">
      {glyph}
      <span className="truncate">{children}</span>
    </span>
  );
}

function At({ time }: { time: string }) {
  const now = useNow();
  const { timeZone, locale } = useMe();
  return <Time value={time} now={now} zone={timeZone} locale={locale} focusable={false} />;
}

function Since({ at }: { at: string }) {
  const now = useNow();
  return durationWords(Math.max(now.getTime() - Date.parse(at), 0));
}

/** Numbers and times stand under each other. */
export const cellClass = (id: string) =>
  cx(
    "flex h-full min-w-0 items-center truncate px-2",
    /^(?:number|sla|waiting|updated|created|satisfaction)$/.test(id) && "tabular-nums",
  );
