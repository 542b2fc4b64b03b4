"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { readUrl } from "@/platform/shape";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
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
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={endpoint === null ? "New webhook" : `Edit ${endpoint.name}`}
      footer={
        <>
          <DialogClose>
            <Button>Discard</Button>
          </DialogClose>
          <Button
            form="webhook-form"
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={reason}
          >
            Save webhook
          </Button>
        </>
      }
    >
      <form
        id="webhook-form"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === null) void save();
        }}
      >
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Address"
          hint="On the internet: nothing is sent to this machine or its network. Redirects are not followed."
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              value={url}
              autoComplete="off"
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
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
      </form>
    </Dialog>
  );
}
