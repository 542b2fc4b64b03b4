"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { readUrl } from "@/platform/shape";
import { trpc } from "@/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { FormDialog } from "@/ui/form-dialog";
import { TextField } from "@/ui/text-field";
import { choosableEvents, type PublicEventName, publicEventWords } from "../rules/event-names";
import type { EndpointView } from "./endpoint-words";
import type { ShownSecret } from "./secret-dialog";

interface EndpointDialogProps {
  readonly endpoint: EndpointView | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onSecret: (secret: ShownSecret) => void;
}

/** Where to, and of what: a receiver that is made or changed. */
export default function EndpointDialog(props: EndpointDialogProps) {
  const { endpoint, onClose, onDone, onSecret } = props;
  const [name, setName] = useState(endpoint?.name ?? "");
  const [url, setUrl] = useState(endpoint?.url ?? "https://");
  const [events, setEvents] = useState<readonly PublicEventName[]>(
    choosableEvents.filter((event) => endpoint?.events.includes(event)),
  );
  const create = trpc.webhooks.create.useMutation();
  const update = trpc.webhooks.update.useMutation();
  const { change, busy, refused } = useChange();
  const reason =
    name.trim() === ""
      ? "Name it first"
      : readUrl(url) === null
        ? "Enter the whole address first"
        : events.length === 0
          ? "Choose what it is told of first"
          : null;
  const choose = (event: PublicEventName, chosen: boolean) =>
    setEvents(choosableEvents.filter((each) => (each === event ? chosen : events.includes(each))));
  const save = () =>
    change(
      async ({ commandId }) => {
        const written = { commandId, name, url, events: [...events] };
        if (endpoint !== null) {
          const { id, version } = endpoint;
          await update.mutateAsync({ ...written, id, version });
          return;
        }
        const made = await create.mutateAsync(written);
        onSecret({ name, secret: made.secret });
      },
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
      title={endpoint === null ? "New webhook" : `Edit ${endpoint.name}`}
      verb="Save webhook"
      busy={busy}
      disabledReason={reason}
      onSend={save}
      onClose={onClose}
    >
      <TextField label="Name" value={name} onText={setName} />
      <TextField
        label="Address"
        hint="On the internet: nothing is sent to this machine or its network. Redirects are not followed."
        type="url"
        inputMode="url"
        value={url}
        onText={setUrl}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold text-ink text-ui">Is told when</legend>
        {choosableEvents.map((event) => (
          <Checkbox
            key={event}
            label={publicEventWords[event]}
            hint={<code>{event}</code>}
            checked={events.includes(event)}
            onChange={({ target }) => choose(event, target.checked)}
          />
        ))}
      </fieldset>
      <Refused words={refused} />
    </FormDialog>
  );
}
