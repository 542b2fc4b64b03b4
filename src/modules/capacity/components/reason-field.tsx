import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

interface ReasonFieldProps {
  readonly reason: string;
  readonly charsMax: number;
  /** Whether it was tried to save: only then is an empty one a fault. */
  readonly asked: boolean;
  readonly onReason: (reason: string) => void;
}

/** Why a number that counts is changed; whoever looks at its history reads it. */
export function ReasonField({ reason, charsMax, asked, onReason }: ReasonFieldProps) {
  return (
    <Field
      label="Reason"
      hint="Whoever looks here next reads it"
      error={asked && reason.trim() === "" ? "Say why." : null}
      className="max-w-prose"
    >
      {(control) => (
        <Input
          {...control}
          maxLength={charsMax}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => onReason(target.value)}
        />
      )}
    </Field>
  );
}
