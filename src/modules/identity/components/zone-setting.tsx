"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

/** The clock by which somebody reads; kept as soon as it is chosen. */
export function ZoneSetting({ zone }: { zone: string }) {
  const router = useRouter();
  const save = trpc.identity.setTimeZone.useMutation();
  // Some 400 names: they come after the first paint and not with the page.
  const [zones, setZones] = useState<readonly string[]>([]);
  useEffect(() => setZones(Intl.supportedValuesOf("timeZone")), []);
  const [chosen, setChosen] = useState(zone);
  const choose = (timeZone: string) => {
    setChosen(timeZone);
    const done = { onSuccess: () => router.refresh(), onError: () => setChosen(zone) };
    save.mutate({ commandId: newId(), timeZone }, done);
  };
  const names = [...new Set(["UTC", chosen, ...zones])].sort();
  return (
    <Field label="Time zone" error={save.isError ? `Not saved. ${save.error.message}` : null}>
      {(control) => (
        <Select
          {...control}
          className="max-w-narrow"
          value={chosen}
          onChange={({ target }) => choose(target.value)}
          options={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
        />
      )}
    </Field>
  );
}
