import type { Say } from "@/platform/i18n/client";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";

interface HelpSearchProps {
  readonly say: Say<"help">;
  readonly language: string;
  readonly asked: string;
}

/** A plain form: it needs no script. */
export function HelpSearch({ say, language, asked }: HelpSearchProps) {
  return (
    <search>
      <form action={`/portal/help/${language}`} className="flex flex-wrap items-end gap-2">
        <Field label={say("search")} className="min-w-0 flex-1 basis-48">
          {(control) => (
            <Input {...control} type="search" name="q" autoComplete="off" defaultValue={asked} />
          )}
        </Field>
        <PlainButton type="submit" variant="primary">
          {say("searchButton")}
        </PlainButton>
      </form>
    </search>
  );
}
