"use client";

import { useMemo } from "react";
import { usePeople } from "./use-people";

/** People and teams by their ids, for sentences about what happened. */
export function useNames(): (id: string) => string | undefined {
  const { agents, teams } = usePeople();
  return useMemo(() => {
    const names = new Map([...agents, ...teams].map(({ id, name }) => [id, name]));
    return (id) => names.get(id);
  }, [agents, teams]);
}
