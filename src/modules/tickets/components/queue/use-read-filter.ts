"use client";

import { useMemo } from "react";
import { idsIn, describe as inWords, namesForIds } from "@/modules/filters/client";
import { trpc } from "@/trpc/client";
import { usePeople } from "../ticket/use-people";
import { type ReadFilter, readFilter } from "./filter-text";
import { useFilterFields } from "./use-filter-fields";

const dayMs = 24 * 3_600_000;
const coming = "…";

/** `sentence`: what was understood, with names for the people and teams in it. */
type SaidFilter = ReadFilter & { sentence: string };

/** What a filter says; names that nobody here knows are asked for once. */
export function useReadFilter(text: string): SaidFilter {
  const fields = useFilterFields();
  const { agents, teams } = usePeople();
  const read = useMemo(() => readFilter(text, fields), [text, fields]);
  const ids = useMemo(() => idsIn(read.expression, fields), [read, fields]);
  const known = useMemo(() => [...agents, ...teams], [agents, teams]);
  const unknown = ids.filter((id) => known.every((one) => one.id !== id));
  const asked = trpc.identity.names.useQuery(
    { ids: unknown },
    { enabled: unknown.length > 0, staleTime: dayMs },
  ).data?.names;
  return useMemo(() => {
    const rest = asked ?? unknown.map((id) => ({ id, name: coming }));
    const names = namesForIds([...known, ...rest], fields);
    return { ...read, sentence: inWords(read.expression, { fields, names }) };
  }, [read, fields, known, asked, unknown]);
}
