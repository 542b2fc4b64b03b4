"use client";

import { useState } from "react";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { SkeletonRows } from "@/ui/skeleton";
import { AdminPage, AdminRow, AdminRows } from "./admin-page";
import { Refused } from "./refused";
import { RemoveDialog } from "./remove-dialog";
import { MembersDialog, TeamDialog } from "./team-dialogs";
import { useChange } from "./use-change";

export type Team = RouterOutputs["identity"]["teamList"]["teams"][number];
type Asking = { what: "make" } | { what: "rename" | "members" | "archive"; teamId: string };

const membersWords = ({ members }: Team): string =>
  members.length === 0 ? "Nobody is in it" : members.map(({ name }) => name).join(", ");

/** Teams: who works together, and what becomes of the work of one that is put away. */
export function TeamsPage() {
  const utils = trpc.useUtils();
  const query = trpc.identity.teamList.useQuery();
  const teams = query.data?.teams;
  const [asking, setAsking] = useState<Asking | null>(null);
  const archive = trpc.identity.archiveTeam.useMutation();
  const { change, refused } = useChange();
  const again = () => {
    void utils.identity.teamList.invalidate();
    void utils.identity.teams.invalidate();
  };
  const close = () => setAsking(null);
  const asked =
    asking === null || asking.what === "make"
      ? undefined
      : teams?.find(({ id }) => id === asking.teamId);
  return (
    <AdminPage
      title="Teams"
      says="A ticket belongs to one team or to none. Views, macros and responses can be a team's own."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New team
        </Button>
      }
    >
      <Refused words={refused} />
      {teams === undefined && <SkeletonRows rows={4} label="Loading teams" />}
      {teams?.length === 0 && <EmptyState title="No teams yet" />}
      {teams !== undefined && teams.length > 0 && (
        <AdminRows label="Teams">
          {teams.map((team) => (
            <AdminRow
              key={team.id}
              name={team.name}
              facts={membersWords(team)}
              actions={
                <>
                  <Button
                    aria-label={`Members of ${team.name}`}
                    onClick={() => setAsking({ what: "members", teamId: team.id })}
                  >
                    Members
                  </Button>
                  <Button
                    aria-label={`Rename ${team.name}`}
                    onClick={() => setAsking({ what: "rename", teamId: team.id })}
                  >
                    Rename
                  </Button>
                  <Button
                    aria-label={`Archive ${team.name}`}
                    onClick={() => setAsking({ what: "archive", teamId: team.id })}
                  >
                    Archive
                  </Button>
                </>
              }
            />
          ))}
        </AdminRows>
      )}
      {asking?.what === "make" && <TeamDialog onClose={close} onDone={again} />}
      {asking?.what === "rename" && asked && (
        <TeamDialog team={asked} onClose={close} onDone={again} />
      )}
      {asking?.what === "members" && asked && (
        <MembersDialog team={asked} onClose={close} onDone={again} />
      )}
      {asking?.what === "archive" && asked && (
        <RemoveDialog
          about={{ kind: "team", id: asked.id }}
          title={`Archive the team ${asked.name}?`}
          confirm={`Archive ${asked.name}`}
          becomes="Its tickets that are not closed go back to no team, each with a line in its history; closed ones keep it. Macros that give tickets to it cannot be applied until they are mended."
          onClose={close}
          onConfirm={() =>
            void change(({ commandId }) => archive.mutateAsync({ commandId, teamId: asked.id }), {
              done: `${asked.name} archived. Its tickets go back to no team`,
              next: again,
            })
          }
        />
      )}
    </AdminPage>
  );
}
