"use client";

import { useState } from "react";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { FigureTable } from "../figure-table";

interface SavedPlansProps {
  readonly address: string;
  /** Only what can be computed is worth keeping. */
  readonly isPlanned: boolean;
  readonly onOpen: (address: string) => void;
  readonly onCompare: (address: string) => void;
  readonly zone: string;
  readonly locale: string;
}

const nowStepMs = 60_000;

/** The plans that are kept for everybody who plans: open one, or put it beside this one. */
export function SavedPlans({
  address,
  isPlanned,
  onOpen,
  onCompare,
  zone,
  locale,
}: SavedPlansProps) {
  const now = useNow(nowStepMs);
  const utils = trpc.useUtils();
  const query = trpc.capacity.plans.useQuery();
  const [name, setName] = useState("");
  const settled = { onSettled: () => utils.capacity.plans.invalidate() };
  const save = trpc.capacity.savePlan.useMutation(settled);
  const remove = trpc.capacity.removePlan.useMutation(settled);
  const keep = () =>
    save.mutate(
      { commandId: newId(), name, address },
      {
        onSuccess: () => setName(""),
        onError: ({ message }) => toast({ text: message, tone: "bad" }),
      },
    );
  /** Taken back within the toast's time: nothing of it is lost. */
  const letGo = (plan: { id: string; name: string; address: string }) =>
    remove.mutate(
      { commandId: newId(), planId: plan.id },
      {
        onSuccess: () =>
          toast({
            text: `“${plan.name}” is removed.`,
            action: {
              label: "Undo",
              run: () =>
                save.mutate({ commandId: newId(), name: plan.name, address: plan.address }),
            },
          }),
        onError: ({ message }) => toast({ text: message, tone: "bad" }),
      },
    );
  const plans = query.data?.plans ?? [];
  return (
    <Card title="Plans that are kept">
      <div className="flex flex-col gap-4">
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") keep();
          }}
        >
          <Field label="Name of this plan" className="min-w-60">
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={limits.planNameCharsMax}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            busy={save.isPending}
            disabledReason={isPlanned ? null : "This plan cannot be computed yet."}
          >
            Keep this plan
          </Button>
        </form>
        {query.error !== null && <p className="text-bad text-ui">{query.error.message}</p>}
        {query.data !== undefined && plans.length === 0 && (
          <p className="text-ink-2 text-ui">None yet. A kept plan can be put beside any other.</p>
        )}
        {plans.length > 0 && (
          <FigureTable
            caption="Plans that are kept, the newest first"
            columns={[{ title: "Plan" }, { title: "By" }, { title: "Kept" }, { title: "To do" }]}
            rows={plans.map((plan) => ({
              key: plan.id,
              cells: [
                plan.name,
                plan.by,
                <Time key="at" value={plan.at} now={now} zone={zone} locale={locale} />,
                <span key="do" className="flex flex-wrap gap-2">
                  <Button variant="quiet" onClick={() => onOpen(plan.address)}>
                    Open<span className="sr-only"> {plan.name}</span>
                  </Button>
                  <Button variant="quiet" onClick={() => onCompare(plan.address)}>
                    Compare<span className="sr-only"> with {plan.name}</span>
                  </Button>
                  <Button variant="quiet" onClick={() => letGo(plan)}>
                    Remove<span className="sr-only"> {plan.name}</span>
                  </Button>
                </span>,
              ],
            }))}
          />
        )}
      </div>
    </Card>
  );
}
