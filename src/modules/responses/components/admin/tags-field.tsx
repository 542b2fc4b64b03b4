"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { tidyTag } from "@/modules/fields/client";
import { trpc } from "@/trpc/client";
import { Chip } from "@/ui/chip";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

interface TagsFieldProps {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Some tags in a form: typed one after the other, completed by the browser from those known. */
export function TagsField({ label, tags, onChange }: TagsFieldProps) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const found = trpc.tags.complete.useQuery(
    { words: tidyTag(typed) },
    { placeholderData: (shown) => shown },
  );
  const add = () => {
    const more = typed
      .split(",")
      .map(tidyTag)
      .filter((tag) => tag !== "");
    setTyped("");
    if (more.length > 0) onChange([...new Set([...tags, ...more])]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    if (typed.trim() === "") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="flex flex-col gap-1">
      <Field label={label} hint="Enter puts each one down.">
        {(control) => (
          <Input
            {...control}
            list={list}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
        )}
      </Field>
      <datalist id={list}>
        {found.data?.tags.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {tags.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag}>
              <Chip
                onRemove={() => onChange(tags.filter((one) => one !== tag))}
                removeName={`Leave out ${tag}`}
              >
                {tag}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
