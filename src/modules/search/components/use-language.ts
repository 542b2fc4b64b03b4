"use client";

import { useMemo } from "react";
import { fieldRegistry, namesFrom } from "@/modules/filters/client";
import { ticketFields } from "@/modules/tickets/client";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";

const fields = fieldRegistry(ticketFields);

/** The filter language with the names that a browser knows; the server knows the others. */
export function useLanguage() {
  const { agents, teams } = usePeople();
  return useMemo(() => {
    const named = (all: readonly { id: string; name: string }[]) => ({
      partial: all.map(({ id, name }) => ({ value: id, label: name })),
    });
    return { fields, names: namesFrom({ assignee: named(agents), team: named(teams) }) };
  }, [agents, teams]);
}
