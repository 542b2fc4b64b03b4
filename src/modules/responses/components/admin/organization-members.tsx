"use client";

import { useDeferredValue, useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { SkeletonRows } from "@/ui/skeleton";
import type { OrganizationDialogProps } from "./organization-dialog";
import { Refused } from "./refused";
import { useChange } from "./use-change";

type Person = { id: string; name: string; email: string };

/** Who belongs to it and who reads the requests of all; each tick is saved at once. */
export function OrganizationMembers(props: Required<OrganizationDialogProps>) {
  const { organization, onClose, onDone } = props;
  const { id: organizationId, name, sharesTickets } = organization;
  const utils = trpc.useUtils();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const members = trpc.identity.organizationMembers.useInfiniteQuery(
    { organizationId },
    { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined },
  );
  const others = trpc.identity.customers.useQuery(
    { words: asked },
    { enabled: asked !== "", placeholderData: (shown) => shown },
  );
  const place = trpc.identity.placeCustomer.useMutation();
  const { change, refused } = useChange();
  const known = members.data?.pages.flatMap((page) => page.members) ?? [];
  const found = asked === "" ? [] : (others.data?.people ?? []);
  const set = (
    person: Person,
    to: { organizationId: string | null; leads: boolean },
    done: string,
  ) =>
    void change(({ commandId }) => place.mutateAsync({ commandId, userId: person.id, ...to }), {
      done,
      next: () => {
        void utils.identity.organizationMembers.invalidate();
        void utils.identity.customers.invalidate();
        onDone();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`People of ${name}`}
      description="It holds from their next request on. What they asked before stays as it is."
      footer={
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Add a customer" hint="By name or e-mail">
          {(control) => (
            <Input
              {...control}
              type="search"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <Refused words={refused} />
        {found.length > 0 && (
          <ul aria-label="Customers found" className="flex max-h-48 flex-col overflow-y-auto">
            {found.map((person) => (
              <li key={person.id} className="flex items-center justify-between gap-2 py-1">
                <PersonWords {...person} more={person.organization} />
                <Button
                  aria-label={`Add ${person.name} to ${name}`}
                  disabledReason={person.organization === name ? "Belongs to it already" : null}
                  onClick={() =>
                    set(person, { organizationId, leads: false }, `${person.name} is in ${name}`)
                  }
                >
                  Add
                </Button>
              </li>
            ))}
          </ul>
        )}
        {asked !== "" && others.data !== undefined && found.length === 0 && (
          <p role="status" className="text-ink-2 text-ui">
            No customer is called so.
          </p>
        )}
        {members.data === undefined && <SkeletonRows rows={3} label="Loading people" />}
        {members.data !== undefined && known.length === 0 && (
          <p className="text-ink-2 text-ui">Nobody belongs to it yet.</p>
        )}
        <ul aria-label={`People of ${name}`} className="flex max-h-72 flex-col overflow-y-auto">
          {known.map((person) => (
            <li
              key={person.id}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1"
            >
              <PersonWords {...person} />
              <span className="flex flex-wrap items-center gap-2">
                {!sharesTickets && (
                  <Checkbox
                    label="Reads all requests"
                    aria-label={`${person.name} reads all requests`}
                    checked={person.leads}
                    onChange={({ target }) =>
                      set(
                        person,
                        { organizationId, leads: target.checked },
                        target.checked
                          ? `${person.name} reads all requests of ${name}`
                          : `${person.name} reads their own requests`,
                      )
                    }
                  />
                )}
                <Button
                  aria-label={`Take ${person.name} out of ${name}`}
                  onClick={() =>
                    set(
                      person,
                      { organizationId: null, leads: false },
                      `${person.name} left ${name}`,
                    )
                  }
                >
                  Take out
                </Button>
              </span>
            </li>
          ))}
        </ul>
        {members.hasNextPage && (
          <Button className="self-start" onClick={() => void members.fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function PersonWords({ name, email, more }: Person & { more?: string | null }) {
  return (
    <span className="min-w-0 flex-1 basis-48">
      <span className="block truncate text-ui">{name}</span>
      <span className="block truncate text-ink-2 text-small">
        {email}
        {more && `, ${more}`}
      </span>
    </span>
  );
}
