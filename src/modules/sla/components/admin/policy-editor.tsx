"use client";

import { useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Dialog, DialogClose } from "@/ui/dialog";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { ConditionsField } from "./conditions-field";
import type { PolicyRow, PolicySettings } from "./policies-page";
import { fieldLabel, formOf, type Problems, type ReadForm, readForm } from "./policy-form";
import { PolicyPreview } from "./policy-preview";
import { TargetsTable } from "./targets-table";

interface PolicyEditorProps {
  readonly policy: PolicyRow | null;
  readonly calendars: PolicySettings["calendars"];
  readonly locale: string;
  readonly onClose: () => void;
}

/** A refusal of the server at the field that it is about. */
function problemsOf(error: unknown): Problems {
  const { code, words, detail } = readError(error);
  const says = typeof detail.says === "string" ? detail.says : words;
  switch (code) {
    case "filter_not_understood":
    case "policy_never_matches":
    case "policy_unsteady":
    case "filter_field_gone":
      return { conditions: says };
    default:
      return { name: words };
  }
}

/** A policy: to whom, what, and by whose hours; with what it would have meant. */
export default function PolicyEditor(props: PolicyEditorProps) {
  const { policy, calendars, locale, onClose } = props;
  const utils = trpc.useUtils();
  const save = trpc.sla.savePolicy.useMutation();
  const retire = trpc.sla.retirePolicy.useMutation();
  const [form, setForm] = useState(() => formOf(policy, calendars[0]?.id ?? ""));
  const [problems, setProblems] = useState<Problems>({});
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<ReadForm | null>(null);

  const set = (more: Partial<typeof form>) => {
    setForm({ ...form, ...more });
    setShown(null);
  };
  const refuse = (found: Problems) => {
    setProblems(found);
    setAttempt(attempt + 1);
  };
  const read = (): ReadForm | null => {
    const found = readForm(form);
    if ("draft" in found) {
      setProblems({});
      return found.draft;
    }
    refuse(found.problems);
    return null;
  };
  const changed = () => {
    void utils.sla.policies.invalidate();
    void utils.sla.recompute.invalidate();
    onClose();
  };
  const onSave = () => {
    const draft = read();
    if (draft === null || save.isPending) return;
    const about = {
      commandId: newId(),
      policyId: policy?.id ?? null,
      name: form.name.trim(),
      ...(policy === null ? {} : { seenVersion: policy.version }),
    };
    save
      .mutateAsync({ ...draft, ...about })
      .then(() => {
        toast({ text: `${about.name} is saved. Open tickets are read again.`, tone: "good" });
        changed();
      })
      .catch((error: unknown) => refuse(problemsOf(error)));
  };
  const onRetire = () => {
    if (policy === null) return;
    retire
      .mutateAsync({ commandId: newId(), policyId: policy.id })
      .then(changed)
      .catch((error: unknown) => refuse(problemsOf(error)));
  };
  const errors = Object.entries(problems).map(([id, message]) => ({
    id,
    label: fieldLabel(id),
    message,
  }));

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={policy === null ? "New policy" : `Policy ${policy.name}`}
      description="The first policy in the list whose conditions fit is the ticket's."
      footer={
        <>
          {policy !== null && (
            <AlertDialog
              title={`Remove ${policy.name}?`}
              loses="Tickets that it takes fall to the next policy that fits, or are promised nothing."
              confirm="Remove the policy"
              onConfirm={onRetire}
              trigger={<Button variant="danger">Remove</Button>}
            />
          )}
          <DialogClose>
            <Button variant="quiet">Discard changes</Button>
          </DialogClose>
          <Button onClick={() => setShown(read())}>Replay the last 30 days</Button>
          <Button variant="primary" busy={save.isPending} onClick={onSave}>
            Save policy
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={errors} attempt={attempt} />
        <Field label="Name" id="name" error={problems.name}>
          {(control) => (
            <Input
              {...control}
              value={form.name}
              maxLength={120}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <ConditionsField
          value={form.filter}
          error={problems.conditions}
          onChange={(filter) => set({ filter })}
        />
        <TargetsTable form={form} problems={problems} onChange={set} />
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="Hours" id="calendar">
            {(control) => (
              <Select
                {...control}
                value={form.calendarId}
                onChange={(event) => set({ calendarId: event.target.value })}
                options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          <Field
            label="At risk when at most this percentage is left"
            id="risk"
            error={problems.risk}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={form.riskPercent}
                onChange={(event) => set({ riskPercent: event.target.value })}
              />
            )}
          </Field>
        </div>
        {shown !== null && (
          <PolicyPreview
            draft={shown}
            policyId={policy?.id ?? null}
            locale={locale}
            onRefused={(error) => refuse(problemsOf(error))}
          />
        )}
      </div>
    </Dialog>
  );
}
