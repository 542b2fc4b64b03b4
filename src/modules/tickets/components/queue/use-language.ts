"use client";

import { useMemo } from "react";
import { namesFrom } from "@/modules/filters/client";
import { usePeople } from "../ticket/use-people";
import { useFilterFields } from "./use-filter-fields";

/** The filter language with the names that a browser knows; the server knows the others. */
export function useLanguage() {
  const { agents, teams } = usePeople();
  const fields = useFilterFields();
  return useMemo(() => {
    const named = (all: readonly { id: string; name: string }[]) => ({
      partial: all.map(({ id, name }) => ({ value: id, label: name })),
    });
    return { fields, names: namesFrom({ assignee: named(agents), team: named(teams) }) };
  }, [agents, teams, fields]);
}
