"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { instantMs } from "@/modules/filters/client";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { shownIn } from "@/ui/format/calendar";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";

interface AvailabilitySettingsProps {
  readonly personId: string;
  readonly zone: string;
  readonly locale: string;
}

/** Away until a day, or here: who is away gets no replies that the team could answer. */
export function AvailabilitySettings({ personId, zone, locale }: AvailabilitySettingsProps) {
  const now = useNow();
  const router = useRouter();
  const query = trpc.identity.availability.useQuery();
  const save = trpc.identity.setAvailability.useMutation();
  const utils = trpc.useUtils();
  const [problem, setProblem] = useState<string | null>(null);
  const again = () => void query.refetch();
  useLiveRoom(rooms.person(personId), {
    asOf: query.data?.asOf,
    onEvent: (event) => {
      if (event.name === "identity.availability_changed") again();
      if (event.name === "identity.profile_changed") router.refresh();
    },
    onGap: again,
  });

  const set = async (awayUntil: string | null) => {
    setProblem(null);
    utils.identity.availability.setData(undefined, (shown) => shown && { ...shown, awayUntil });
    try {
      await save.mutateAsync({ commandId: newId(), awayUntil });
    } catch (error) {
      setProblem(`Not saved. ${readError(error).words}`);
      again();
    }
  };
  const choose = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    const at = new Date(instantMs(Date.UTC(year, month - 1, date), zone));
    if (day === "" || Number.isNaN(at.getTime())) return;
    if (at <= now) setProblem("Choose a day after today: on that day you are here again.");
    else if (at.getTime() - now.getTime() > limits.awayMsMax)
      setProblem("Choose a day within a year from now.");
    else void set(at.toISOString());
  };

  const away = query.data?.awayUntil ?? null;
  const back =
    away === null
      ? null
      : shownIn(new Date(away), zone, locale, { weekday: "long", day: "numeric", month: "long" });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body text-ink-2" role="status">
        {back === null
          ? "You are here. While you are away, a reply on one of your tickets returns it to its team."
          : `You are away until ${back}. A reply on one of your tickets returns it to its team.`}
      </p>
      {away === null ? (
        <Field id="away-until" label="Away until" error={problem}>
          {(control) => (
            <Input
              {...control}
              type="date"
              className="max-w-narrow"
              onChange={({ target }) => choose(target.value)}
            />
          )}
        </Field>
      ) : (
        <div>
          <Button onClick={() => void set(null)}>I am here again</Button>
          {problem !== null && <p className="mt-2 text-bad text-ui">{problem}</p>}
        </div>
      )}
    </div>
  );
}
