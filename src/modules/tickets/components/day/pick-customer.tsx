"use client";

import { useDeferredValue, useId, useState } from "react";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { cx } from "@/ui/cx";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

/** Somebody who is known, or who will be by this address. */
export type PickedCustomer =
  | { readonly id: string; readonly name: string }
  | { readonly email: string; readonly name: string };

interface PickCustomerProps {
  readonly label: string;
  readonly picked: PickedCustomer | null;
  /** Whether an address that nobody has makes a new customer. */
  readonly mayBeNew: boolean;
  readonly onPick: (customer: PickedCustomer | null) => void;
}

const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);
/** "anna.kowalska@example.com" is most likely Anna Kowalska. */
const nameOf = (email: string) =>
  (email.split("@")[0] ?? "")
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toLocaleUpperCase() + part.slice(1))
    .join(" ");

/** Finds a customer by the beginning of a name or an address, or makes one of a new address. */
export function PickCustomer({ label, picked, mayBeNew, onPick }: PickCustomerProps) {
  const [words, setWords] = useState("");
  const id = useId();
  const asked = useDeferredValue(words.trim());
  const query = trpc.identity.customers.useQuery({ words: asked }, { enabled: asked.length > 1 });
  const found = asked.length > 1 ? (query.data?.people ?? []) : [];
  const address = asked.toLowerCase();
  const isNew =
    mayBeNew &&
    looksLikeAddress(address) &&
    query.data !== undefined &&
    !found.some((one) => one.email.toLowerCase() === address);
  const isPicked = (one: string) => picked !== null && "id" in picked && picked.id === one;
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={label}
        hint={
          mayBeNew
            ? "A name, or an e-mail address; a new one makes a customer"
            : "A name, or an e-mail address"
        }
      >
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              onPick(null);
            }}
          />
        )}
      </Field>
      {(found.length > 0 || isNew) && (
        <fieldset className="flex flex-col">
          <legend className="sr-only">Found</legend>
          {found.map((one) => (
            <label
              key={one.id}
              className={cx(
                "flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover",
                isPicked(one.id) && "bg-selected",
              )}
            >
              <input
                type="radio"
                name={id}
                checked={isPicked(one.id)}
                onChange={() => onPick({ id: one.id, name: one.name })}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 truncate">{one.name}</span>
              <span className="min-w-0 flex-1 truncate text-ink-3 text-small">
                {one.email}
                {one.organization !== null && ` · ${one.organization}`}
              </span>
            </label>
          ))}
          {isNew && (
            <label className="flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover">
              <input
                type="radio"
                name={id}
                checked={picked !== null && "email" in picked}
                onChange={() => onPick({ email: address, name: nameOf(address) })}
                className="size-4 shrink-0 accent-accent"
              />
              New customer {address}
            </label>
          )}
        </fieldset>
      )}
      {picked !== null && "email" in picked && (
        <Field label="Name of the new customer">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={limits.nameCharsMax}
              value={picked.name}
              onChange={(event) => onPick({ ...picked, name: event.target.value })}
            />
          )}
        </Field>
      )}
      {asked.length > 1 && query.data !== undefined && found.length === 0 && !isNew && (
        <p className="text-ink-2 text-ui">
          {mayBeNew
            ? "Nobody is called that. Write the whole address for a new customer."
            : "Nobody is called that."}
        </p>
      )}
    </div>
  );
}
