"use client";

import { Command } from "cmdk";
import { Plus, Tag } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/client";
import { Chip } from "@/ui/chip";
import { menuItemClass } from "@/ui/float-class";
import { tidyTag } from "../rules/tags";
import "@/ui/style-nonce";

/** No tag holds a space. */
const newTagChoice = "new tag";

interface TagPickerProps {
  readonly tags: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  /** Enter on an empty line. */
  readonly onDone: () => void;
}

/** The tags of something, and a line in which known ones are completed while one types. */
export function TagPicker({ tags, onAdd, onRemove, onDone }: TagPickerProps) {
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState("");
  const line = useRef<HTMLInputElement>(null);
  // The dialog around it may look for its first control before this one stands there.
  useEffect(() => line.current?.focus(), []);
  const tag = tidyTag(typed);
  const found = trpc.tags.complete.useQuery({ words: tag }, { placeholderData: (shown) => shown });
  // What was found for earlier words is shown meanwhile, as far as it fits what is typed by now.
  const offered = (found.data?.tags ?? []).filter(
    ({ name }) => !tags.includes(name) && (!found.isPlaceholderData || name.includes(tag)),
  );
  const isNew = tag !== "" && !tags.includes(tag) && !offered.some(({ name }) => name === tag);
  const choices = [...offered.map(({ name }) => name), ...(isNew ? [newTagChoice] : [])];
  const add = (name: string) => {
    setTyped("");
    if (!tags.includes(name)) onAdd(name);
  };
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Tags of this ticket" className="flex min-h-6 flex-wrap gap-1">
        {tags.length === 0 && <li className="text-ink-2 text-ui">No tags yet.</li>}
        {tags.map((one) => (
          <li key={one}>
            <Chip onRemove={() => onRemove(one)} removeName={`Take off the tag ${one}`}>
              {one}
            </Chip>
          </li>
        ))}
      </ul>
      <Command
        label="Add a tag"
        shouldFilter={false}
        loop
        // Enter always means what is marked, also while the list changes under it.
        value={choices.includes(marked) ? marked : (choices[0] ?? "")}
        onValueChange={setMarked}
        className="flex flex-col gap-1"
      >
        <Command.Input
          ref={line}
          value={typed}
          onValueChange={setTyped}
          placeholder="Type a tag"
          onKeyDown={(event) => {
            const last = tags.at(-1);
            if (typed === "" && event.key === "Backspace" && last !== undefined) onRemove(last);
            if (typed === "" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) onDone();
          }}
          className="min-h-control w-full rounded-control border border-line-strong bg-raised px-2 text-body"
        />
        <Command.List className="h-56 overflow-y-auto">
          {offered.map(({ name, uses }) => (
            <Command.Item
              key={name}
              value={name}
              onSelect={() => add(name)}
              className={`${menuItemClass} data-[selected=true]:bg-selected`}
            >
              <Tag size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-ink-3 text-small tabular-nums">{uses} active</span>
            </Command.Item>
          ))}
          {isNew && (
            <Command.Item
              value={newTagChoice}
              onSelect={() => add(tag)}
              className={`${menuItemClass} data-[selected=true]:bg-selected`}
            >
              <Plus size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
              <span>
                New tag <strong>{tag}</strong>
              </span>
            </Command.Item>
          )}
          {offered.length === 0 && !isNew && (
            <p className="p-2 text-ink-2 text-ui">
              {found.isPending ? "Searching" : "Type to add a tag."}
            </p>
          )}
        </Command.List>
      </Command>
    </div>
  );
}
