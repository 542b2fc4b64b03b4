"use client";

import { useState } from "react";
import type { TopicPriority, TopicView } from "@/modules/fields/client";
import { PriorityField } from "@/modules/tickets/components/priority-field";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { languageNames } from "@/platform/i18n/languages";
import { trpc } from "@/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { FormDialog } from "@/ui/form-dialog";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { Refused } from "./refused";
import { TagsField } from "./tags-field";
import { useChange } from "./use-change";

interface TopicDialogProps {
  readonly topic?: TopicView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const translated = ["de", "es"] as const;

/** One topic: its name in each language, the fields of its form, and where its questions go. */
export function TopicDialog({ topic, onClose, onDone }: TopicDialogProps) {
  const [names, setNames] = useState<Record<string, string>>({ ...topic?.names });
  const [fieldKeys, setFieldKeys] = useState<readonly string[]>(topic?.fieldKeys ?? []);
  const [teamId, setTeamId] = useState(topic?.teamId ?? "");
  const [priority, setPriority] = useState<TopicPriority>(topic?.priority ?? "medium");
  const [tags, setTags] = useState<readonly string[]>(topic?.tags ?? []);
  const { teams } = usePeople();
  const { data } = trpc.fields.list.useQuery();
  const save = trpc.topics.save.useMutation();
  const { change, busy, refused } = useChange();
  const shown = (data?.fields ?? []).filter((field) => field.visibleToCustomer && field.active);
  const english = (names.en ?? "").trim();
  const nameIn = (language: string) => {
    const name = (names[language] ?? "").trim();
    return name === "" ? undefined : name;
  };
  const send = () =>
    void change(
      ({ commandId }) =>
        save.mutateAsync({
          commandId,
          id: topic?.id ?? null,
          names: { en: english, de: nameIn("de"), es: nameIn("es") },
          fieldKeys: shown.map(({ key }) => key).filter((key) => fieldKeys.includes(key)),
          teamId: teamId === "" ? null : teamId,
          priority,
          tags: [...tags],
        }),
      {
        done: `${english} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={topic === undefined ? "New topic" : `Edit ${topic.names.en}`}
      verb="Save topic"
      busy={busy}
      disabledReason={english === "" ? "Name it first" : null}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={names.en ?? ""}
        onText={(typed) => setNames({ ...names, en: typed })}
      />
      {translated.map((language) => (
        <TextField
          key={language}
          label={`Name in ${languageNames[language]}`}
          optional
          lang={language}
          value={names[language] ?? ""}
          onText={(typed) => setNames({ ...names, [language]: typed })}
        />
      ))}
      <fieldset className="flex flex-col gap-1">
        <legend className="font-semibold text-ink text-ui">Fields of its form</legend>
        {shown.length === 0 && (
          <p className="text-ink-2 text-ui">Customers see no custom field yet.</p>
        )}
        {shown.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={fieldKeys.includes(key)}
            onChange={({ target }) =>
              setFieldKeys((known) =>
                target.checked ? [...known, key] : known.filter((one) => one !== key),
              )
            }
          />
        ))}
      </fieldset>
      <Field label="Goes to">
        {(control) => (
          <Select
            {...control}
            value={teamId}
            onChange={({ target }) => setTeamId(target.value)}
            options={[
              { value: "", label: "No team" },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <PriorityField priority={priority} onPriority={setPriority} />
      <TagsField label="Tags" tags={tags} onChange={setTags} />
      <Refused words={refused} />
    </FormDialog>
  );
}
