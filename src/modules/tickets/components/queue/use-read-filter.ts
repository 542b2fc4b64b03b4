"use client";

import { useMemo } from "react";
import { idsIn, namesForIds } from "@/modules/filters/client";
import { trpc } from "@/trpc/client";
import { usePeople } from "../ticket/use-people";
import { type ReadFilter, readFilter } from "./filter-text";
import { useFilterFields } from "./use-filter-fields";

const dayMs = 24 * 3_600_000;
const coming = "…";

/** What a filter says, with names for the people and teams in it; unknown ones are asked for once. */
export function useReadFilter(text: string): ReadFilter {
  const fields = useFilterFields();
  const { agents, teams } = usePeople();
  const ids = useMemo(() => idsIn(readFilter(text, fields).expression, fields), [text, fields]);
  const known = useMemo(() => [...agents, ...teams], [agents, teams]);
  const unknown = ids.filter((id) => known.every((one) => one.id !== id));
  const asked = trpc.identity.names.useQuery(
    { ids: unknown },
    { enabled: unknown.length > 0, staleTime: dayMs },
  ).data?.names;
  return useMemo(() => {
    const rest = asked ?? unknown.map((id) => ({ id, name: coming }));
    return readFilter(text, fields, namesForIds([...known, ...rest], fields));
  }, [text, fields, known, asked, unknown]);
}
