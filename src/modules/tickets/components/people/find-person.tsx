"use client";

import { UserRound } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { trpc } from "@/trpc/client";
import { Avatar } from "@/ui/avatar";
import { Input } from "@/ui/input";
import { MenuItemInside, menuItemLook } from "@/ui/menu-parts";

export type Picked = { id: string; name: string } | null;

export interface FindPersonProps {
  readonly label: string;
  /** Whoever sits here comes first. */
  readonly me: { readonly id: string; readonly name: string };
  /** What choosing nobody is called; null where somebody must have it. */
  readonly nobody: string | null;
  readonly onPick: (person: Picked) => void;
}

const fits = (label: string, words: string) =>
  label.toLocaleLowerCase().startsWith(words.toLocaleLowerCase());

/** One first, then colleagues by name, nobody last; the server finds who is not among the first. */
export function FindPerson({ label, me, nobody, onPick }: FindPersonProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const words = useDeferredValue(typed.trim());
  const { data, isPlaceholderData } = trpc.identity.agents.useQuery(
    { words },
    { placeholderData: (shown) => shown },
  );
  const people = data?.people ?? [];
  const offers = [
    ...(fits("Me", words) || fits(me.name, words)
      ? [{ id: me.id, label: words === "" ? "Me" : `${me.name} (me)`, hint: "", person: me }]
      : []),
    ...people
      .filter((one) => one.id !== me.id)
      .map((one) => ({ id: one.id, label: one.name, hint: one.email, person: one })),
    ...(nobody !== null && fits(nobody, words)
      ? [{ id: "nobody", label: nobody, hint: "", person: null }]
      : []),
  ];
  const place = Math.min(at, offers.length - 1);
  const pick = (offer: (typeof offers)[number] | undefined) =>
    offer !== undefined &&
    onPick(offer.person === null ? null : { id: offer.person.id, name: offer.person.name });
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((place + step + offers.length) % Math.max(offers.length, 1));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // Who types fast chooses among what they typed, and not among what stood there before.
      if (words === typed.trim() && !isPlaceholderData) pick(offers[place]);
    }
  };
  return (
    <>
      <div className="p-1">
        <Input
          type="search"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={place < 0 ? undefined : `${id}-${place}`}
          placeholder="Name or address"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={id}
        // The focus stays in the field, which says by aria-activedescendant where one is.
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        className="max-h-72 overflow-y-auto"
      >
        {offers.map((offer, index) => (
          <div
            key={offer.id}
            id={`${id}-${index}`}
            ref={index === place ? (row) => row?.scrollIntoView({ block: "nearest" }) : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            data-highlighted={index === place ? "" : undefined}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(offer)}
            onKeyDown={onKeyDown}
            className={menuItemLook({})}
          >
            <MenuItemInside
              icon={
                offer.person === null ? (
                  <UserRound size={16} aria-hidden="true" />
                ) : (
                  <Avatar size={20} decorative name={offer.person.name} />
                )
              }
            >
              {offer.label}
              {words !== "" && offer.hint !== "" && (
                <span className="block truncate text-ink-3 text-small">{offer.hint}</span>
              )}
            </MenuItemInside>
          </div>
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-ink-3 text-small empty:hidden">
        {data !== undefined && offers.length === 0 && "Nobody here is called so"}
        {data !== undefined && data.next !== null && "There are more: type a name"}
      </p>
    </>
  );
}
