"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime/rooms";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { toast } from "@/ui/toast-store";
import { type ChoiceChange, withChange } from "../rules/choices";
import type { Reason } from "../rules/reasons";

export type Preferences = RouterOutputs["notifications"]["preferences"];
type Change = {
  choices?: Partial<Record<Reason, ChoiceChange>>;
  quiet?: Preferences["quiet"];
  digestMinute?: number;
};

function changed(before: Preferences, { choices = {}, ...rest }: Change): Preferences {
  const all = Object.entries(before.choices).map(([reason, choice]) => {
    const change = Object.entries(choices).find(([name]) => name === reason)?.[1];
    return [reason, withChange(choice, change)];
  });
  return { ...before, ...rest, choices: { ...before.choices, ...Object.fromEntries(all) } };
}

/** One's preferences: each choice shows and is kept at once, on every device. */
export function usePreferences() {
  const me = useMe();
  const utils = trpc.useUtils();
  const query = trpc.notifications.preferences.useQuery();
  const save = trpc.notifications.savePreferences.useMutation();
  const again = () => void query.refetch();
  useLiveRoom(rooms.person(me.id), {
    asOf: query.data?.asOf,
    onEvent: (event) => {
      if (event.name === "notification.settings_changed") again();
    },
    onGap: again,
  });

  const choose = async (change: Change) => {
    utils.notifications.preferences.setData(undefined, (shown) => shown && changed(shown, change));
    try {
      await save.mutateAsync({ commandId: newId(), ...change });
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ tone: "bad", text: `Not saved. ${words}`, reference });
      again();
    }
  };
  return { preferences: query.data, error: query.error, retry: again, choose };
}
