"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Completions } from "@/modules/filters/components/completions";
import type { Offer } from "@/modules/filters/components/offers";
import { useLanguage } from "@/modules/tickets/components/queue/use-language";
import { useOffers } from "@/modules/tickets/components/queue/use-offers";
import { Button } from "@/ui/button";
import { understand } from "../rules/understood";
import { SearchField } from "./search-field";
import {
  ArticleLine,
  FoundTicketLines,
  type OptionGroup,
  PersonLine,
  SearchOptions,
  TicketLine,
} from "./search-options";
import { SearchSays } from "./search-says";
import { Understood } from "./understood";
import { useOpenHit } from "./use-open-hit";
import { useOpenList } from "./use-open-list";
import { useSearch } from "./use-search";

/** What was typed last is there again, as one left it. */
let lastText = "";

const nothingTold = { numbered: null, subjects: [], people: [], articles: [] };

interface SearchPanelProps {
  /** Leaves the search and does what was chosen. */
  readonly onGo: (go: () => void) => void;
  /** What is looked for at first, where it is not what was typed last. */
  readonly startsWith?: string | null;
  readonly onText?: (text: string) => void;
}

export function SearchPanel({ onGo, startsWith, onText }: SearchPanelProps) {
  const [text, setText] = useState(startsWith ?? lastText);
  const [cursor, setCursor] = useState(text.length);
  const input = useRef<HTMLInputElement>(null);
  const saysId = useId();
  const language = useLanguage();
  const found = useSearch(text);
  const open = useOpenHit();
  const openList = useOpenList();
  const router = useRouter();
  const understood = useMemo(() => understand(text, language), [text, language]);

  const offers = useOffers(text, cursor, language);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const typed = (next: string, nextCursor: number) => {
    lastText = next;
    setText(next);
    setCursor(nextCursor);
    onText?.(next);
  };
  const write = (next: string, nextCursor = next.length) => {
    typed(next, nextCursor);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(nextCursor, nextCursor);
    });
  };

  const { numbered, subjects, people, articles } = found.told ?? nothingTold;
  const exact = numbered === null ? [] : [numbered];
  const ticket = (row: (typeof subjects)[number], kind: string) => ({
    id: `${kind}-${row.id}`,
    run: () => onGo(() => open(row.number, null)),
    shows: <TicketLine row={row} />,
  });
  const results: OptionGroup[] = [
    { heading: "Ticket", options: exact.map((row) => ticket(row, "number")) },
    { heading: "Subjects", options: subjects.map((row) => ticket(row, "subject")) },
    {
      heading: "Messages",
      options: found.tickets.map((each) => ({
        id: `said-${each.row.id}`,
        run: () => onGo(() => open(each.row.number, each.hit)),
        shows: <FoundTicketLines ticket={each} />,
      })),
    },
    {
      heading: "People",
      options: people.map((person) => ({
        id: `person-${person.id}`,
        run: () => write(`requester:${person.email} `),
        shows: <PersonLine person={person} />,
      })),
    },
    {
      heading: "Articles",
      options: articles.map(({ articleId, language: written, title }) => ({
        id: `article-${articleId}`,
        run: () => onGo(() => router.push(`/knowledge/${articleId}?language=${written}`)),
        shows: <ArticleLine title={title} />,
      })),
    },
  ];
  const groups = results.filter(({ options }) => options.length > 0);
  const take = (offer: Offer) => write(offer.text, offer.cursor);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const [offer] = offers;
    if (event.key !== "Tab" || event.shiftKey || offer === undefined) return;
    event.preventDefault();
    take(offer);
  };

  return (
    <Command label="Search" shouldFilter={false} loop className="flex min-h-0 flex-1 flex-col">
      <SearchField
        text={text}
        problems={understood.problems}
        input={input}
        describedBy={saysId}
        onText={typed}
        onKeyDown={onKeyDown}
      />
      <Completions offers={offers} onTake={take} />
      <Understood text={text} understood={understood} onText={write} />
      <div className="min-h-0 flex-1 overflow-y-auto p-1">
        <Command.List aria-label="Found">
          <SearchOptions groups={groups} />
        </Command.List>
        <SearchSays
          id={saysId}
          text={text}
          found={found}
          isEmpty={groups.length === 0}
          understood={understood}
          onText={write}
        />
        {text.trim() !== "" && understood.problems.length === 0 && (
          <Button
            variant="quiet"
            onClick={() => onGo(() => openList(text.trim()))}
            className="mx-auto mb-2 flex"
          >
            Show as a list, to keep it as a view
          </Button>
        )}
      </div>
    </Command>
  );
}
