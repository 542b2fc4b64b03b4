"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { FormDialog } from "@/ui/form-dialog";
import { SearchField } from "@/ui/search-field";
import { TextField } from "@/ui/text-field";
import { Refused } from "./refused";
import type { Team } from "./teams-page";
import { useChange } from "./use-change";

interface TeamDialogProps {
  readonly team?: Team;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function TeamDialog({ team, onClose, onDone }: TeamDialogProps) {
  const [name, setName] = useState(team?.name ?? "");
  const create = trpc.identity.createTeam.useMutation();
  const rename = trpc.identity.renameTeam.useMutation();
  const { change, busy, refused } = useChange();
  const reason = name.trim() === "" ? "Name it first" : null;
  const save = () =>
    change(
      ({ commandId }) =>
        team === undefined
          ? create.mutateAsync({ commandId, name })
          : rename.mutateAsync({ commandId, teamId: team.id, name }),
      {
        done: `${name} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={team === undefined ? "New team" : `Rename ${team.name}`}
      verb="Save team"
      size="small"
      busy={busy}
      disabledReason={reason}
      onSend={save}
      onClose={onClose}
    >
      <TextField label="Name" value={name} onText={setName} />
      <Refused words={refused} />
    </FormDialog>
  );
}

/** Each tick is saved at once, beside what other admins do. */
export function MembersDialog({ team, onClose, onDone }: Required<TeamDialogProps>) {
  const [words, setWords] = useState("");
  const people = trpc.identity.agents.useQuery({ words }, { placeholderData: (shown) => shown });
  const members = trpc.identity.changeMembers.useMutation();
  const { change, refused } = useChange();
  const isIn = (id: string) => team.members.some((member) => member.id === id);
  const found = people.data?.people ?? [];
  const toggle = (person: { id: string; name: string }, joins: boolean) =>
    void change(
      ({ commandId }) =>
        members.mutateAsync({
          commandId,
          teamId: team.id,
          ...(joins ? { add: [person.id] } : { remove: [person.id] }),
        }),
      { done: `${person.name} ${joins ? "is in" : "left"} ${team.name}`, next: onDone },
    );
  const left = team.members.filter(({ id }) => words === "" && !found.some((one) => one.id === id));
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={`Members of ${team.name}`}
      footer={
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      }
    >
      <div className="flex flex-col gap-3">
        <SearchField label="Find a colleague" words={words} onWords={setWords} />
        <Refused words={refused} />
        <ul aria-label="Colleagues" className="flex max-h-72 flex-col overflow-y-auto">
          {[...left, ...found].map((person) => (
            <li key={person.id}>
              <Checkbox
                label={person.name}
                checked={isIn(person.id)}
                onChange={(event) => toggle(person, event.target.checked)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
