"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormDialog } from "@/ui/form-dialog";
import { Input } from "@/ui/input";
import { TextField } from "@/ui/text-field";
import type { ResponseView, Scope } from "../../types";
import { AdminPage, AdminRow, useKeeper } from "./admin-page";
import { BodyField } from "./body-field";
import { FoundList } from "./found-list";
import { Refused } from "./refused";
import { firstScope, isKept, ScopeField, scopeWords } from "./scope-field";
import { useChange } from "./use-change";

type Asking = { what: "make" } | { what: "edit" | "remove"; response: ResponseView };

const shownChars = 120;

/** How a text begins, by whole words. */
function beginning(body: string): string {
  const text = body.replace(/\s+/g, " ").trim();
  if (text.length <= shownChars) return text;
  return `${text.slice(0, shownChars).replace(/\s*\S*$/, "")}…`;
}

/** Canned responses: texts that are written once and said often. */
export function ResponsesPage() {
  const utils = trpc.useUtils();
  const keeper = useKeeper();
  const [words, setWords] = useState("");
  const [asking, setAsking] = useState<Asking | null>(null);
  const query = trpc.responses.list.useInfiniteQuery(
    { words: words.trim() },
    { getNextPageParam: (page) => page.next ?? undefined, placeholderData: (shown) => shown },
  );
  const responses = query.data?.pages.flatMap((page) => page.responses);
  const remove = trpc.responses.remove.useMutation();
  const { change, refused } = useChange();
  const again = () => void utils.responses.invalidate();
  const close = () => setAsking(null);
  return (
    <AdminPage
      title="Canned responses"
      says="Texts that agents put into a reply or a note with / and a few letters."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New response
        </Button>
      }
    >
      <Refused words={refused} />
      <FoundList
        label="Canned responses"
        find="Find a response"
        words={words}
        onWords={setWords}
        query={query}
        rows={responses}
        none={{ title: "No canned responses yet" }}
        nothing="No response is called so."
      >
        {(response) => (
          <AdminRow
            key={response.id}
            name={response.name}
            facts={`${response.shortcut === null ? "" : `/${response.shortcut} · `}${scopeWords(response)} · ${beginning(response.body)}`}
            actions={
              isKept(keeper, response.scope) && (
                <>
                  <Button
                    aria-label={`Edit ${response.name}`}
                    onClick={() => setAsking({ what: "edit", response })}
                  >
                    Edit
                  </Button>
                  <Button
                    aria-label={`Delete ${response.name}`}
                    onClick={() => setAsking({ what: "remove", response })}
                  >
                    Delete
                  </Button>
                </>
              )
            }
          />
        )}
      </FoundList>
      {asking?.what === "make" && <ResponseDialog onClose={close} onDone={again} />}
      {asking?.what === "edit" && (
        <ResponseDialog response={asking.response} onClose={close} onDone={again} />
      )}
      {asking?.what === "remove" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete ${asking.response.name}?`}
          loses={`It is used by ${scopeWords(asking.response)}. What was sent with it stays. This cannot be undone.`}
          confirm="Delete response"
          onConfirm={() =>
            void change(
              ({ commandId }) => remove.mutateAsync({ commandId, id: asking.response.id }),
              { done: `${asking.response.name} deleted`, next: again },
            )
          }
        />
      )}
    </AdminPage>
  );
}

interface ResponseDialogProps {
  readonly response?: ResponseView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ResponseDialog({ response, onClose, onDone }: ResponseDialogProps) {
  const [name, setName] = useState(response?.name ?? "");
  const [shortcut, setShortcut] = useState(response?.shortcut ?? "");
  const [body, setBody] = useState(response?.body ?? "");
  const keeper = useKeeper();
  const [scope, setScope] = useState<Scope>(response?.scope ?? firstScope(keeper));
  const create = trpc.responses.create.useMutation();
  const update = trpc.responses.update.useMutation();
  const { change, busy, refused } = useChange();
  const reason =
    name.trim() === "" ? "Name it first" : body.trim() === "" ? "Write its text first" : null;
  const save = () => {
    const written = { name, body, scope, shortcut: shortcut === "" ? null : shortcut };
    return change(
      ({ commandId }) =>
        response === undefined
          ? create.mutateAsync({ commandId, ...written })
          : update.mutateAsync({ commandId, id: response.id, ...written }),
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
      title={response === undefined ? "New response" : `Edit ${response.name}`}
      verb="Save response"
      busy={busy}
      disabledReason={reason}
      onSend={save}
      onClose={onClose}
    >
      <TextField label="Name" value={name} onText={setName} />
      <Field label="Shortcut" hint="What one types after /: letters, numbers, hyphens." optional>
        {(control) => (
          <Input
            {...control}
            value={shortcut}
            autoComplete="off"
            onChange={(event) =>
              setShortcut(event.target.value.toLowerCase().replace(/[^a-z0-9_-]/g, ""))
            }
          />
        )}
      </Field>
      <ScopeField scope={scope} onChange={setScope} />
      <BodyField label="Text" value={body} onChange={setBody} />
      <Refused words={refused} />
    </FormDialog>
  );
}
