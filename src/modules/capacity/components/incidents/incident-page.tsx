"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { ActionScope } from "@/ui/actions/scope";
import { useActions, useKeysOf } from "@/ui/actions/use-actions";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";
import { Time } from "@/ui/time";
import { AnswerPage } from "../answer-page";
import { entryWords, healthOfIncident, stateWords } from "./incident-words";

const refreshMs = 10_000;

interface PageProps {
  readonly id: string;
  readonly zone: string;
  readonly locale: string;
}

/** One incident: what it is, what to do, and how it went on, line by line. */
export function IncidentPage({ id, zone, locale }: PageProps) {
  const query = trpc.capacity.incident.useQuery({ id }, { refetchInterval: refreshMs });
  const now = useNow();
  const when = { now, zone, locale };
  const incident = query.data;
  const answer =
    incident === undefined
      ? undefined
      : {
          health: healthOfIncident(incident),
          sentence: `${incident.title}: ${stateWords(incident).toLowerCase()}.`,
        };
  return (
    <AnswerPage title="Incident" answer={answer} query={query}>
      {incident !== undefined && (
        <>
          <div className="flex flex-col gap-1 text-ui">
            <p className="break-words">{incident.says}</p>
            {incident.resolvedAt === null && <p>To do: {incident.action.toLowerCase()}.</p>}
            <p className="flex flex-wrap gap-x-4">
              <TextLink href={incident.path}>See more of it</TextLink>
              <TextLink href="/admin/incidents">All incidents</TextLink>
            </p>
          </div>
          <Answers id={id} isOpen={incident.resolvedAt === null} by={incident.acknowledged?.by} />
          <section className="flex flex-col gap-3">
            <h2 className="text-heading">How it went</h2>
            <ol className="flex flex-col rounded-card border border-line bg-surface">
              {incident.entries.map((entry) => (
                <li
                  key={entry.id}
                  className="border-line border-b px-4 py-2 text-ui last:border-b-0"
                >
                  <p className="flex flex-wrap gap-x-3">
                    <span className="font-semibold">{entryWords(entry)}</span>
                    <Time value={entry.at} {...when} className="text-ink-2 text-small" />
                  </p>
                  {entry.says !== "" && (
                    <p className="whitespace-pre-wrap break-words text-ink-2">{entry.says}</p>
                  )}
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </AnswerPage>
  );
}

function Answers({ id, isOpen, by }: { id: string; isOpen: boolean; by: string | undefined }) {
  const utils = trpc.useUtils();
  const keysOf = useKeysOf();
  const acknowledge = trpc.capacity.acknowledgeIncident.useMutation();
  const note = trpc.capacity.noteIncident.useMutation();
  const [says, setSays] = useState("");
  const { change, busy, refused } = useChange();
  const next = () => void utils.capacity.invalidate();
  const knows = () =>
    change(({ commandId }) => acknowledge.mutateAsync({ commandId, id }), {
      done: "Acknowledged: the others see that you know",
      next,
    });
  const write = () =>
    change(({ commandId }) => note.mutateAsync({ commandId, id, says }), {
      done: "Noted",
      next: () => {
        setSays("");
        next();
      },
    });
  return (
    <ActionScope scope="notifications">
      {isOpen && by === undefined && <AcknowledgeKey run={() => void knows()} />}
      <div className="flex max-w-page flex-col gap-3">
        {isOpen && by === undefined && (
          <Button
            variant="primary"
            keys={keysOf("item.done")}
            className="self-start"
            busy={busy}
            onClick={() => void knows()}
          >
            Acknowledge
          </Button>
        )}
        {by !== undefined && <p className="text-ui">{by} knows of it.</p>}
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (says.trim() !== "") void write();
          }}
        >
          <Field label="Note what was found or done">
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={says}
                onChange={(event) => setSays(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            className="self-start"
            disabledReason={says.trim() === "" ? "Write the note first" : null}
          >
            Add note
          </Button>
        </form>
        <Refused words={refused} />
      </div>
    </ActionScope>
  );
}

function AcknowledgeKey({ run }: { run: () => void }) {
  useActions([{ id: "item.done", label: "Acknowledge the incident", run, scope: "everywhere" }]);
  return null;
}
