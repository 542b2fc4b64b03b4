"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { applyToFields } from "../live";
import type { FieldDefinition } from "../types";

const none: readonly FieldDefinition[] = [];

/** The custom fields of this help desk; they change seldom, and then everywhere at once. */
export function useFields(): readonly FieldDefinition[] {
  const utils = trpc.useUtils();
  const { data } = trpc.fields.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const again = () => void utils.fields.list.invalidate();
  useLiveRoom(rooms.queue(), {
    asOf: data?.asOf,
    onEvent: (event) => {
      const shown = utils.fields.list.getData();
      if (shown !== undefined && applyToFields(shown, event) === "refetch") again();
    },
    onGap: again,
  });
  return data?.fields ?? none;
}
