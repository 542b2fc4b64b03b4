"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { useNames } from "@/modules/tickets/components/ticket/use-names";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { useActions } from "@/ui/actions/use-actions";
import { applyToActions } from "../client";
import { ActionCard } from "./action-card";
import { unwatch, useWatched, watch } from "./watched";

const ActionsDialog = lazy(() => import("./actions-dialog"));

type Recent = RouterOutputs["bulk"]["recent"];
export type BulkAction = Recent["actions"][number];

/** How one's actions go: a card each that one may leave and come back to. */
export function ActionCards() {
  const me = useMe();
  const nameOf = useNames();
  const utils = trpc.useUtils();
  const [listed, setListed] = useState(false);
  const watched = useWatched();
  const query = trpc.bulk.recent.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const ask = () => void utils.bulk.recent.invalidate();
  const onEvent = (event: LiveEvent) => {
    const shown = utils.bulk.recent.getData();
    if (shown !== undefined && applyToActions<Recent>(shown, event) === "refetch") ask();
  };
  useLiveRoom(rooms.person(me.id), { asOf: query.data?.asOf, onEvent, onGap: ask });
  const actions = query.data?.actions ?? [];
  useEffect(() => {
    for (const { id, isRunning } of query.data?.actions ?? []) if (isRunning) watch(id);
  }, [query.data]);
  useActions([
    {
      id: "bulk.recent",
      label: "Bulk actions of the last day",
      words: ["bulk", "undo bulk"],
      run: () => setListed(true),
    },
  ]);
  return (
    <>
      {actions
        .filter(({ id }) => watched.has(id))
        .map((action) => (
          <ActionCard
            key={action.id}
            action={action}
            nameOf={nameOf}
            onClose={() => unwatch(action.id)}
          />
        ))}
      {listed && (
        <Suspense fallback={null}>
          <ActionsDialog actions={actions} nameOf={nameOf} onClose={() => setListed(false)} />
        </Suspense>
      )}
    </>
  );
}
