"use client";

import { Command } from "cmdk";
import { BookOpen, CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { StatusGlyph } from "@/ui/glyphs";
import type { FoundPerson, FoundTicket } from "../schema";
import { Passage } from "./passage";

/** One thing that can be chosen: how it looks and what it does. */
export interface SearchOption {
  readonly id: string;
  readonly run: () => void;
  readonly shows: ReactNode;
}

export interface OptionGroup {
  readonly heading: string;
  readonly options: readonly SearchOption[];
}

export function TicketLine({ row }: { row: TicketRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <StatusGlyph status={row.status} />
      <span className="min-w-0 flex-1 truncate text-ui font-semibold">{row.subject}</span>
      <span className="shrink-0 text-ink-3 text-small tabular-nums max-md:hidden">
        {row.requester.name}
      </span>
      <span className="shrink-0 text-ink-3 text-small tabular-nums">#{row.number}</span>
    </span>
  );
}

export function FoundTicketLines({ ticket }: { ticket: FoundTicket }) {
  const { row, hit, more } = ticket;
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <TicketLine row={row} />
      {hit && <Passage hit={hit} />}
      {more > 0 && (
        <span className="text-ink-3 text-small">
          {more === 1 ? "1 more message" : `${more} more messages`} of this ticket
        </span>
      )}
    </span>
  );
}

export function PersonLine({ person }: { person: FoundPerson }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <CircleUserRound size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 truncate text-ui font-semibold">{person.name}</span>
      <span className="min-w-0 flex-1 truncate text-ink-3 text-small">
        {person.email}
        {person.organization === null ? "" : ` · ${person.organization}`}
      </span>
    </span>
  );
}

export function ArticleLine({ title }: { title: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <BookOpen size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 truncate text-ui font-semibold">{title}</span>
    </span>
  );
}

/** Everything that can be chosen, in groups; the field above keeps the focus. */
export function SearchOptions({ groups }: { groups: readonly OptionGroup[] }) {
  return groups.map((group) => (
    <Command.Group
      key={group.heading}
      heading={group.heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-small"
    >
      {group.options.map((option) => (
        <Command.Item
          key={option.id}
          value={option.id}
          onSelect={option.run}
          className="cursor-pointer rounded-control px-3 py-2 data-[selected=true]:bg-selected coarse:min-h-11"
        >
          {option.shows}
        </Command.Item>
      ))}
    </Command.Group>
  ));
}
