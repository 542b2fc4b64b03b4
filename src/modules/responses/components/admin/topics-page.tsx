"use client";

import { useState } from "react";
import type { TopicView } from "@/modules/fields/client";
import { priorityWords } from "@/modules/tickets/client";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { languageNames } from "@/platform/i18n/languages";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { SkeletonRows } from "@/ui/skeleton";
import { AdminPage, AdminRow, AdminRows } from "./admin-page";
import { Refused } from "./refused";
import { TopicDialog } from "./topic-dialog";
import { useChange } from "./use-change";

type Asking = { what: "make" } | { what: "edit" | "remove"; topic: TopicView };

/** What people choose among when they ask, in the order in which they see it. */
export function TopicsPage() {
  const utils = trpc.useUtils();
  const { data } = trpc.topics.list.useQuery();
  const { teams } = usePeople();
  const remove = trpc.topics.remove.useMutation();
  const { change, refused } = useChange();
  const [asking, setAsking] = useState<Asking | null>(null);
  const again = () => void utils.topics.list.invalidate();
  const close = () => setAsking(null);
  const facts = ({ names, fieldKeys, teamId, priority, tags }: TopicView) =>
    [
      ...(names.de === undefined ? [] : [`${languageNames.de}: ${names.de}`]),
      ...(names.es === undefined ? [] : [`${languageNames.es}: ${names.es}`]),
      fieldKeys.length === 0 ? "asks no field" : `asks ${fieldKeys.join(", ")}`,
      `goes to ${teams.find(({ id }) => id === teamId)?.name ?? "no team"}`,
      `${priorityWords[priority].toLowerCase()} priority`,
      ...(tags.length === 0 ? [] : [`tagged ${tags.join(", ")}`]),
    ].join(" · ");
  return (
    <AdminPage
      title="Topics"
      says="What customers choose among when they ask: each has its own form, and its questions go to a team."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New topic
        </Button>
      }
    >
      <Refused words={refused} />
      {data === undefined && <SkeletonRows rows={3} label="Loading topics" />}
      {data?.topics.length === 0 && (
        <EmptyState title="No topics yet">
          Everybody who asks sees one form with all the fields that customers fill in.
        </EmptyState>
      )}
      {data !== undefined && data.topics.length > 0 && (
        <AdminRows label="Topics">
          {data.topics.map((topic) => (
            <AdminRow
              key={topic.id}
              name={topic.names.en}
              facts={facts(topic)}
              actions={
                <>
                  <Button
                    aria-label={`Edit ${topic.names.en}`}
                    onClick={() => setAsking({ what: "edit", topic })}
                  >
                    Edit
                  </Button>
                  <Button
                    aria-label={`Delete ${topic.names.en}`}
                    onClick={() => setAsking({ what: "remove", topic })}
                  >
                    Delete
                  </Button>
                </>
              }
            />
          ))}
        </AdminRows>
      )}
      {asking?.what === "make" && <TopicDialog onClose={close} onDone={again} />}
      {asking?.what === "edit" && (
        <TopicDialog topic={asking.topic} onClose={close} onDone={again} />
      )}
      {asking?.what === "remove" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete the topic ${asking.topic.names.en}?`}
          loses="Nobody can choose it any more. What was asked about it stays as it is."
          confirm={`Delete ${asking.topic.names.en}`}
          onConfirm={() =>
            void change(({ commandId }) => remove.mutateAsync({ commandId, id: asking.topic.id }), {
              done: `${asking.topic.names.en} is gone`,
              next: () => {
                again();
                close();
              },
            })
          }
        />
      )}
    </AdminPage>
  );
}
