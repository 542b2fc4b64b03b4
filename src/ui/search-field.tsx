import { Field } from "./field";
import { Input } from "./input";

interface SearchFieldProps {
  readonly label: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly className?: string | undefined;
}

/** What narrows the list below it as one types. */
export function SearchField({ label, words, onWords, className }: SearchFieldProps) {
  return (
    <Field label={label} className={className}>
      {(control) => (
        <Input
          {...control}
          type="search"
          value={words}
          onChange={({ target }) => onWords(target.value)}
        />
      )}
    </Field>
  );
}
