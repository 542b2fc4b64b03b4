"use client";

import { useState } from "react";
import type { TicketSort } from "@/modules/tickets/client";
import { noStanding, type Standing, standingOf } from "./groups";
import type { ListRow } from "./held-list";

interface List {
  readonly rows: readonly ListRow[];
  readonly filter: string;
  readonly sort: TicketSort;
  readonly held: boolean;
}

/** In which group each row of the list stands; it changes only when rows may move. */
export function useStanding(list: List): Standing {
  const { rows, filter, sort, held } = list;
  const [seen, setSeen] = useState<(List & { standing: Standing }) | null>(null);
  const isSameList = seen?.filter === filter && seen.sort === sort;
  if (isSameList && seen.rows === rows && seen.held === held) return seen.standing;
  const standing = standingOf(rows, sort, held, isSameList ? seen.standing : noStanding);
  // An order without groups has nothing to remember.
  if (standing !== noStanding) setSeen({ rows, filter, sort, held, standing });
  return standing;
}
