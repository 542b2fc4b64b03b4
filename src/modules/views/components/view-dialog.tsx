"use client";

import { type FormEvent, useState } from "react";
import { sortWords } from "@/modules/tickets/client";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { useReadFilter } from "@/modules/tickets/components/queue/use-read-filter";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { RadioGroup } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { View } from "../client";

interface ViewDialogProps {
  /** The view that is changed; none for a new one. */
  readonly view: View | undefined;
  readonly filter: string;
  readonly sort: View["sort"];
  /** How the list is shown now, for a new view. */
  readonly display: View["display"];
  readonly onClose: () => void;
  readonly onSaved: (viewId: string) => Promise<void>;
}

const audiences = ["personal", "team", "everyone"] as const;
type Audience = (typeof audiences)[number];

/** The name of a view, and who sees it; its filter and order are those of the list. */
export default function ViewDialog(props: ViewDialogProps) {
  const { view, filter, sort, onClose, onSaved } = props;
  const me = useMe();
  const teams = trpc.identity.teams.useQuery().data ?? [];
  const [name, setName] = useState(view?.name ?? "");
  const [audience, setAudience] = useState<Audience>(
    audiences.find((one) => one === view?.audience) ?? "personal",
  );
  const [teamId, setTeamId] = useState(view?.teamId ?? "");
  const create = trpc.views.create.useMutation();
  const change = trpc.views.change.useMutation();
  const { busy, trouble, run } = useDeed();
  const { sentence, problem } = useReadFilter(filter);
  const chosenTeam = teamId === "" ? (teams[0]?.id ?? "") : teamId;
  const missing = name.trim() === "" ? "Write a name" : problem;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing !== null) return;
    run(async () => {
      const wanted = {
        ...{ commandId: newId(), name, filter, sort, audience },
        teamId: audience === "team" ? chosenTeam : null,
      };
      const saved =
        view === undefined
          ? await create.mutateAsync({ ...wanted, display: props.display ?? undefined })
          : await change.mutateAsync({ ...wanted, viewId: view.id, version: view.version });
      await onSaved(saved.viewId);
      onClose();
      toast({ text: [`“${name.trim()}” saved`, saved.note].filter(Boolean).join(". ") });
    });
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={view === undefined ? "Save as a new view" : "Rename or share the view"}
      description={`${sentence}. By ${sortWords[sort].toLocaleLowerCase()}.`}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {view?.note != null && <p className="text-ui text-warn">{view.note}</p>}
        <Field label="Name" error={problem}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={limits.viewNameCharsMax}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <RadioGroup
          label="Who sees it"
          name="audience"
          value={audience}
          onValueChange={(value) =>
            setAudience(audiences.find((one) => one === value) ?? "personal")
          }
          options={[
            { value: "personal", label: "Only you" },
            { value: "team", label: "A team", disabled: teams.length === 0 },
            {
              value: "everyone",
              label: "Everyone",
              disabled: me.role !== "admin",
              hint: me.role === "admin" ? undefined : "An admin can share with everyone",
            },
          ]}
        />
        {audience === "team" && (
          <Field label="Team">
            {(control) => (
              <Select
                {...control}
                value={chosenTeam}
                onChange={(event) => setTeamId(event.target.value)}
                options={teams.map((team) => ({ value: team.id, label: team.name }))}
              />
            )}
          </Field>
        )}
        <TroubleLine trouble={trouble} />
        <Button type="submit" variant="primary" busy={busy} disabledReason={missing}>
          Save view
        </Button>
      </form>
    </Dialog>
  );
}
