import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { MailboxForm } from "./mailbox-form";

interface SenderFieldsProps {
  readonly form: MailboxForm;
  readonly set: (changed: Partial<MailboxForm>) => void;
}

/** Whether somebody makes sure that a mail comes from whom it names, and who does. */
export function SenderFields({ form, set }: SenderFieldsProps) {
  return (
    <>
      <Checkbox
        label="Check who sent a mail"
        hint="A mail that only claims to come from somebody in a ticket then waits among the suspended. Switch it off where a filter in front of this mailbox checks it."
        checked={form.checksSenders}
        onChange={(event) => set({ checksSenders: event.target.checked })}
      />
      {form.checksSenders && (
        <Field
          label="Server that checked it already"
          hint="Its name as it stands first in Authentication-Results, such as mx.example.com. Empty: we look ourselves, which for fetched mail can only prove signatures."
        >
          {(control) => (
            <Input
              {...control}
              value={form.resultsFrom}
              autoComplete="off"
              onChange={(event) => set({ resultsFrom: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
