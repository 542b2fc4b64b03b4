import type { Say } from "@/platform/i18n/client";
import { Field } from "@/ui/field";
import { PlainButton } from "@/ui/plain-button";
import { Select } from "@/ui/select";

interface ZoneChoiceProps {
  readonly zone: string;
  readonly say: Say<"account">;
  readonly action: (form: FormData) => Promise<void>;
}

/** The clock by which a customer reads: a plain form of the browser's own, which needs no script. */
export function ZoneChoice({ zone, say, action }: ZoneChoiceProps) {
  const names = [...new Set(["UTC", zone, ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <form action={action} className="flex flex-wrap items-end gap-2">
      <Field
        id="zone"
        label={say("zone")}
        hint={say("zoneText")}
        className="min-w-0 flex-1 basis-48"
      >
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            defaultValue={zone}
            options={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
          />
        )}
      </Field>
      <PlainButton type="submit">{say("save")}</PlainButton>
    </form>
  );
}
