"use client";

import { trpc } from "@/trpc/client";

const dayMs = 24 * 3_600_000;

/** Those to whom work can be given. Names change seldom: they are asked for once a day. */
export function usePeople() {
  const agents = trpc.identity.agents.useQuery({ words: "" }, { staleTime: dayMs });
  const teams = trpc.identity.teams.useQuery(undefined, { staleTime: dayMs });
  return { agents: agents.data?.people ?? [], teams: teams.data ?? [] };
}
