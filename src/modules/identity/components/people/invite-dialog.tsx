"use client";

import { type FormEvent, useId, useState } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { RadioGroup } from "@/ui/radio-group";
import { toast } from "@/ui/toast-store";

const roles = [
  { value: "agent", label: "Agent", hint: "Works on tickets." },
  { value: "admin", label: "Admin", hint: "Also lets people in and changes how all works." },
];

const isAddress = (text: string) => /^\S+@\S+\.\S+$/u.test(text);

/** Whom, as what, into which teams; the mail goes out at once. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const utils = trpc.useUtils();
  const teams = trpc.identity.teams.useQuery();
  const invite = trpc.identity.invite.useMutation();
  const [role, setRole] = useState("agent");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (!isAddress(email)) {
      setProblem("Write the whole address, like anna@example.com.");
      return;
    }
    setProblem(null);
    try {
      await invite.mutateAsync({ commandId: newId(), email, role, teamIds: [...chosen] });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return;
    }
    toast({ text: `Invitation sent to ${email}` });
    void utils.identity.invitations.invalidate();
    void utils.identity.staffCounts.invalidate();
    onClose();
  };

  return (
    <Dialog
      title="Invite someone"
      description="They get a mail with a link that works once and for 7 days."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" busy={invite.isPending}>
            Send the invitation
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void send(event)}>
        <div className="flex flex-col gap-4">
          <Field label="E-mail" error={problem}>
            {(control) => (
              <Input {...control} name="email" type="email" autoComplete="off" spellCheck={false} />
            )}
          </Field>
          <RadioGroup
            label="Role"
            name="role"
            options={roles}
            value={role}
            onValueChange={setRole}
          />
          {teams.data !== undefined && teams.data.length > 0 && (
            <fieldset className="flex flex-col gap-1">
              <legend className="mb-1 font-semibold text-ink text-ui">Teams</legend>
              {teams.data.map((team) => (
                <Checkbox
                  key={team.id}
                  label={team.name}
                  checked={chosen.has(team.id)}
                  onChange={({ target }) =>
                    setChosen((before) => {
                      const next = new Set(before);
                      if (target.checked) next.add(team.id);
                      else next.delete(team.id);
                      return next;
                    })
                  }
                />
              ))}
            </fieldset>
          )}
        </div>
      </form>
    </Dialog>
  );
}
