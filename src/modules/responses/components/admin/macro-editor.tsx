"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Field } from "@/ui/field";
import { FormDialog } from "@/ui/form-dialog";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import type { MacroActions, MacroView, Scope } from "../../types";
import { ActionFields } from "./action-fields";
import { useKeeper } from "./admin-page";
import { BodyField } from "./body-field";
import { Refused } from "./refused";
import { firstScope, ScopeField } from "./scope-field";
import { useChange } from "./use-change";

interface MacroEditorProps {
  readonly macro?: MacroView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Kind = "none" | "reply" | "note";
const kinds: readonly { value: Kind; label: string }[] = [
  { value: "none", label: "No message" },
  { value: "reply", label: "A reply to the requester" },
  { value: "note", label: "An internal note" },
];

/** What goes over the wire: lists that may be changed. */
const plainActions = (actions: MacroActions) => ({
  ...actions,
  addTags: [...(actions.addTags ?? [])],
  removeTags: [...(actions.removeTags ?? [])],
  fields: Object.fromEntries(
    Object.entries(actions.fields ?? {}).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null ? [...value] : value,
    ]),
  ),
});

const doesNothing = ({ addTags = [], removeTags = [], fields = {}, ...rest }: MacroActions) =>
  addTags.length + removeTags.length + Object.keys(fields).length === 0 &&
  Object.values(rest).every((value) => value === undefined);

/** A macro: who may use it, what it does, and what it says. */
export function MacroEditor({ macro, onClose, onDone }: MacroEditorProps) {
  const [name, setName] = useState(macro?.name ?? "");
  const keeper = useKeeper();
  const [scope, setScope] = useState<Scope>(macro?.scope ?? firstScope(keeper));
  const [actions, setActions] = useState<MacroActions>(macro?.actions ?? {});
  const [kind, setKind] = useState<Kind>(macro?.message?.kind ?? "none");
  const [body, setBody] = useState(macro?.message?.body ?? "");
  const create = trpc.macros.create.useMutation();
  const update = trpc.macros.update.useMutation();
  const { change, busy, refused } = useChange();
  const reason =
    name.trim() === ""
      ? "Name it first"
      : kind !== "none" && body.trim() === ""
        ? "Write its message first"
        : kind === "none" && doesNothing(actions)
          ? "Choose what it does first"
          : null;
  const save = () => {
    const message = kind === "none" ? null : { kind, body };
    const written = { name, scope, actions: plainActions(actions), message };
    return change(
      ({ commandId }) =>
        macro === undefined
          ? create.mutateAsync({ commandId, ...written })
          : update.mutateAsync({ commandId, id: macro.id, ...written }),
      {
        done: `${name} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={macro === undefined ? "New macro" : `Edit ${macro.name}`}
      verb="Save macro"
      size="large"
      busy={busy}
      disabledReason={reason}
      onSend={save}
      onClose={onClose}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TextField label="Name" value={name} onText={setName} />
        <ScopeField scope={scope} onChange={setScope} />
      </div>
      <ActionFields actions={actions} onChange={setActions} />
      <Field label="Message">
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={kinds}
            onChange={({ target }) =>
              setKind(kinds.find((one) => one.value === target.value)?.value ?? "none")
            }
          />
        )}
      </Field>
      {kind !== "none" && (
        <BodyField label={kind === "note" ? "Note" : "Reply"} value={body} onChange={setBody} />
      )}
      <Refused words={refused} />
    </FormDialog>
  );
}
