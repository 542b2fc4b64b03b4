"use client";

import { type FormEvent, useState } from "react";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { numberWords } from "@/ui/format/number";
import { Input } from "@/ui/input";

const tag = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;
const tagsIn = (text: string) => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];

interface TagsDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onChosen: (add: string[], remove: string[]) => void;
}

/** Which tags the chosen tickets get, and which they lose. */
export function TagsDialog({ count, onClose, onChosen }: TagsDialogProps) {
  const [adds, setAdds] = useState("");
  const [removes, setRemoves] = useState("");
  const [add, remove] = [tagsIn(adds), tagsIn(removes)];
  const isWrong = (tags: readonly string[]) =>
    tags.length > limits.bulkTagsMax
      ? `At most ${limits.bulkTagsMax} tags at a time.`
      : tags.some((word) => !tag.test(word))
        ? "A tag has letters, digits, - and _."
        : undefined;
  const wrong = isWrong(add) ?? isWrong(remove);
  const missing = add.length + remove.length === 0 ? "Write a tag" : (wrong ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing !== null) return;
    onClose();
    onChosen(add, remove);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={`Tags of ${numberWords(count)} tickets`}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Add" hint="Several with spaces between" error={isWrong(add)}>
          {(control) => (
            <Input {...control} value={adds} onChange={(event) => setAdds(event.target.value)} />
          )}
        </Field>
        <Field label="Remove" error={isWrong(remove)}>
          {(control) => (
            <Input
              {...control}
              value={removes}
              onChange={(event) => setRemoves(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabledReason={missing}>
          Change tags of {numberWords(count)} tickets
        </Button>
      </form>
    </Dialog>
  );
}
