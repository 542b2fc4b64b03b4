"use client";

import { useNames } from "@/modules/tickets/components/ticket/use-names";
import { trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { ActionCard } from "../action-card";

const watchMs = 1_000;

/** What somebody who is shut out did with many tickets in the last day, while it can be taken back. */
export function LeftActionsCard({ personId }: { personId: string }) {
  const nameOf = useNames();
  const { data } = trpc.bulk.left.useQuery(
    { personId },
    {
      refetchInterval: ({ state }) =>
        state.data?.actions.some(({ isRunning }) => isRunning) === true && watchMs,
    },
  );
  if (data === undefined || data.actions.length === 0) return null;
  return (
    <Card title="Bulk actions of their last day">
      {data.actions.map((action) => (
        <ActionCard key={action.id} action={action} nameOf={nameOf} />
      ))}
    </Card>
  );
}
