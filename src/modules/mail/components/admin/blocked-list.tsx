"use client";

import { useState } from "react";
import { AdminRow, AdminRows } from "@/modules/responses/components/admin/admin-page";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";

/** Whose mail waits for an admin: addresses, and all of a domain. */
export function BlockedList({ zone }: { readonly zone: string }) {
  const now = useNow();
  const utils = trpc.useUtils();
  const query = trpc.mail.blocked.useInfiniteQuery(
    {},
    { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined },
  );
  const block = trpc.mail.block.useMutation();
  const unblock = trpc.mail.unblock.useMutation();
  const { change, busy, refused } = useChange();
  const [pattern, setPattern] = useState("");
  const blocked = query.data?.pages.flatMap((page) => page.blocked);
  const again = () => void utils.mail.blocked.invalidate();
  const reason = /^\S*@\S+$/.test(pattern.trim()) ? null : "Write an address, or @ and a domain";
  return (
    <div className="flex flex-col gap-3 pt-4">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== null) return;
          void change(({ commandId }) => block.mutateAsync({ commandId, pattern }), {
            done: `${pattern} is blocked`,
            next: () => {
              setPattern("");
              again();
            },
          });
        }}
      >
        <Field
          label="Address or domain"
          hint="anna@example.com, or @example.com for all of it."
          className="min-w-0 flex-1 basis-64"
        >
          {(control) => (
            <Input
              {...control}
              value={pattern}
              autoComplete="off"
              onChange={(event) => setPattern(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={busy} disabledReason={reason}>
          Block
        </Button>
      </form>
      <Refused words={refused} />
      {blocked === undefined && <SkeletonRows rows={3} label="Loading blocked senders" />}
      {blocked?.length === 0 && <EmptyState title="Nobody is blocked" />}
      {blocked !== undefined && blocked.length > 0 && (
        <AdminRows label="Blocked senders">
          {blocked.map(({ id, pattern: whom, by, at }) => (
            <AdminRow
              key={id}
              name={whom}
              facts={
                <>
                  Blocked by {by} <Time value={at} now={now} zone={zone} />
                </>
              }
              actions={
                <Button
                  aria-label={`Unblock ${whom}`}
                  onClick={() =>
                    void change(
                      ({ commandId }) => unblock.mutateAsync({ commandId, blockedId: id }),
                      {
                        done: `${whom} may write again`,
                        next: again,
                      },
                    )
                  }
                >
                  Unblock
                </Button>
              }
            />
          ))}
        </AdminRows>
      )}
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
