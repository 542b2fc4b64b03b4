"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { applyToResponses } from "../live";

/** The macros that one may apply, right as long as one looks at them. */
export function useMacros() {
  const utils = trpc.useUtils();
  const query = trpc.macros.list.useQuery();
  const again = () => void utils.macros.list.invalidate();
  useLiveRoom(rooms.queue(), {
    asOf: query.data?.asOf,
    onEvent: (event) => {
      const shown = utils.macros.list.getData();
      if (shown !== undefined && applyToResponses(shown, event) === "refetch") again();
    },
    onGap: again,
  });
  return query;
}
