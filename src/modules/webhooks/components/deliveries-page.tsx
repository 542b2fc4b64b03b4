"use client";

import { useState } from "react";
import { AdminPage } from "@/modules/responses/components/admin/admin-page";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { DeliveryDetail } from "./delivery-detail";

export type DeliveryHead = RouterOutputs["webhooks"]["deliveries"]["deliveries"][number];

const refreshMs = 10_000;
const stateWords = {
  waiting: { says: "Waiting", health: "warning" },
  delivered: { says: "Delivered", health: "ok" },
  failed: { says: "Failed", health: "critical" },
  withdrawn: { says: "Withdrawn: its words were removed", health: "unknown" },
} as const;
type State = keyof typeof stateWords;
const isState = (text: string): text is State => Object.hasOwn(stateWords, text);

interface PageProps {
  readonly endpointId: string;
  readonly zone: string;
  readonly locale: string;
}

/** What was sent to one receiver and what it answered, the newest first. */
export function DeliveriesPage({ endpointId, zone, locale }: PageProps) {
  const now = useNow(refreshMs);
  const [state, setState] = useState<State | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const name = trpc.webhooks.list
    .useQuery()
    .data?.endpoints.find(({ id }) => id === endpointId)?.name;
  const query = trpc.webhooks.deliveries.useInfiniteQuery(
    { endpointId, state },
    { getNextPageParam: (page) => page.next ?? undefined, refetchInterval: refreshMs },
  );
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries);
  return (
    <AdminPage
      title={`Deliveries to ${name ?? "a webhook"}`}
      says="What was sent, and what was answered. Kept for 30 days."
      action={<TextLink href="/admin/webhooks">All webhooks</TextLink>}
    >
      <Field label="Show" className="max-w-small">
        {(control) => (
          <Select
            {...control}
            value={state ?? ""}
            options={[
              { value: "", label: "All" },
              { value: "waiting", label: "Waiting" },
              { value: "delivered", label: "Delivered" },
              { value: "failed", label: "Failed" },
            ]}
            onChange={({ target }) => setState(isState(target.value) ? target.value : null)}
          />
        )}
      </Field>
      {deliveries === undefined && <SkeletonRows rows={6} label="Loading deliveries" />}
      {deliveries?.length === 0 && (
        <EmptyState title={state === null ? "Nothing was sent yet" : "Nothing of this kind"} />
      )}
      {deliveries !== undefined && deliveries.length > 0 && (
        <ul
          aria-label="Deliveries"
          className="flex flex-col rounded-card border border-line bg-surface"
        >
          {deliveries.map((delivery) => (
            <li key={delivery.id} className="border-line border-b last:border-b-0">
              <button
                type="button"
                aria-expanded={open === delivery.id}
                className="flex min-h-11 w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-start text-ui hover:bg-hover focus-visible:-outline-offset-2"
                onClick={() => setOpen(open === delivery.id ? null : delivery.id)}
              >
                <HealthGlyph health={stateWords[delivery.state].health} name="" />
                <span className="min-w-0 flex-1 basis-48">
                  <span className="font-semibold">{delivery.event}</span>
                  <span className="block text-ink-2 text-small">
                    {stateWords[delivery.state].says}
                    {delivery.attempts > 1 && `, ${delivery.attempts} attempts`}
                  </span>
                </span>
                <Time value={delivery.createdAt} {...{ now, zone, locale }} focusable={false} />
              </button>
              {open === delivery.id && <DeliveryDetail id={delivery.id} {...{ zone, locale }} />}
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </AdminPage>
  );
}
