"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { isSurgeLevel, surgeLevels } from "@/platform/surge/client";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";

const levelWords = ["0: nothing rests", "1: digests and search depth rest", "2: counts rest, too"];
const durations = [
  { value: "1", label: "1 minute, to try it" },
  { value: "15", label: "15 minutes" },
  { value: "60", label: "1 hour" },
  { value: "240", label: "4 hours" },
];

/** Chooses a level by hand, with a reason, for a while. */
export function SurgeSwitch({ hand, onDone }: { hand: boolean; onDone: () => void }) {
  const turn = trpc.capacity.switchSurge.useMutation();
  const { change, busy, refused } = useChange();
  const [level, setLevel] = useState("1");
  const [minutes, setMinutes] = useState("1");
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Say why first" : null;
  const choose = (chosen: 0 | 1 | 2 | null) =>
    change(
      ({ commandId }) =>
        turn.mutateAsync({ commandId, level: chosen, minutes: Number(minutes), reason }),
      {
        done: chosen === null ? "What is measured counts again" : `Level ${chosen} counts`,
        next: () => {
          setReason("");
          onDone();
        },
      },
    );
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-heading">Choose by hand</h2>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = Number(level);
          if (missing === null && isSurgeLevel(chosen)) void choose(chosen);
        }}
      >
        <Field label="Level" className="w-64">
          {(control) => (
            <Select
              {...control}
              value={level}
              options={surgeLevels.map((each) => ({
                value: String(each),
                label: levelWords[each] ?? "",
              }))}
              onChange={({ target }) => setLevel(target.value)}
            />
          )}
        </Field>
        <Field label="For how long" className="w-48">
          {(control) => (
            <Select
              {...control}
              value={minutes}
              options={durations}
              onChange={({ target }) => setMinutes(target.value)}
            />
          )}
        </Field>
        <Field label="Why" className="min-w-48 flex-1">
          {(control) => (
            <Input
              {...control}
              value={reason}
              maxLength={300}
              autoComplete="off"
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={busy} disabledReason={missing}>
          Switch
        </Button>
        {hand && (
          <Button disabledReason={missing} onClick={() => void choose(null)}>
            End the choice
          </Button>
        )}
      </form>
      <Refused words={refused} />
    </section>
  );
}
