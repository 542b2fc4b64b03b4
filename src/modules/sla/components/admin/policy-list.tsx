"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { announce } from "@/ui/announce";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { toast } from "@/ui/toast";
import { metrics } from "../../rules/metrics";
import { writeMinutes } from "../../rules/target-text";
import { metricWords } from "../../rules/words";
import type { PolicyRow } from "./policies-page";

interface PolicyListProps {
  readonly policies: readonly PolicyRow[];
  readonly onEdit: (policy: PolicyRow) => void;
}

const priorities = ["urgent", "high", "medium", "low"] as const;

/** "Urgent 1 h, High 4 h". */
function targetsOf({ promised }: PolicyRow, metric: (typeof metrics)[number]): string {
  const words = priorities.flatMap((priority) => {
    const minutes = promised.targets[metric][priority];
    if (minutes === undefined) return [];
    return [`${priority} ${writeMinutes(minutes)}`];
  });
  return words.length === 0 ? "nothing promised" : words.join(", ");
}

/** The list in the order in which it is asked; a policy is moved by its buttons, keys or by dragging. */
export function PolicyList({ policies, onEdit }: PolicyListProps) {
  const utils = trpc.useUtils();
  const order = trpc.sla.orderPolicies.useMutation();
  const [dragged, setDragged] = useState<number | null>(null);

  const arrange = (next: readonly PolicyRow[], says: string) => {
    const before = utils.sla.policies.getData();
    utils.sla.policies.setData(undefined, (data) => data && { ...data, policies: [...next] });
    order
      .mutateAsync({ commandId: newId(), policyIds: next.map(({ id }) => id) })
      .then(() => {
        announce(says);
        void utils.sla.policies.invalidate();
        void utils.sla.recompute.invalidate();
      })
      .catch((error: unknown) => {
        utils.sla.policies.setData(undefined, before);
        toast({ text: `Not moved: ${readError(error).words}`, tone: "bad" });
      });
  };
  const move = (from: number, to: number) => {
    const policy = policies[from];
    if (policy === undefined || to < 0 || to >= policies.length || from === to) return;
    const next = policies.toSpliced(from, 1).toSpliced(to, 0, policy);
    arrange(next, `${policy.name} is now number ${to + 1}`);
  };

  return (
    <ol aria-label="Policies in their order" className="flex flex-col gap-2">
      {policies.map((policy, place) => (
        <li
          key={policy.id}
          draggable
          onDragStart={() => setDragged(place)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => {
            if (dragged !== null) move(dragged, place);
            setDragged(null);
          }}
          className="flex flex-wrap items-start gap-3 rounded-card border border-line bg-surface p-4"
        >
          <span className="w-6 text-heading text-ink-3 tabular-nums">{place + 1}</span>
          <div className="min-w-0 flex-1 basis-narrow">
            <h2 className="text-heading">{policy.name}</h2>
            <p className="text-ink-2 text-ui">
              {policy.filter === "" ? "Every ticket" : policy.sentence}; hours of{" "}
              {policy.calendarName}
            </p>
            {policy.trouble !== null && <p className="text-ui text-warn">{policy.trouble}</p>}
            <dl className="mt-2 grid gap-x-4 gap-y-0.5 text-ui md:grid-cols-[auto_1fr]">
              {metrics.map((metric) => (
                <div key={metric} className="contents">
                  <dt className="text-ink-2">{metricWords[metric]}</dt>
                  <dd className="tabular-nums">{targetsOf(policy, metric)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <fieldset
            aria-label={`Place of ${policy.name}`}
            className="flex"
            onKeyDown={(event) => {
              const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
              if (step === undefined) return;
              event.preventDefault();
              move(place, place + step);
            }}
          >
            <IconButton
              name={`Move ${policy.name} up`}
              disabledReason={place === 0 ? "It is the first already" : null}
              icon={<ChevronUp size={16} aria-hidden="true" />}
              onClick={() => move(place, place - 1)}
            />
            <IconButton
              name={`Move ${policy.name} down`}
              disabledReason={place === policies.length - 1 ? "It is the last already" : null}
              icon={<ChevronDown size={16} aria-hidden="true" />}
              onClick={() => move(place, place + 1)}
            />
          </fieldset>
          <Button onClick={() => onEdit(policy)}>
            Edit<span className="sr-only"> {policy.name}</span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
