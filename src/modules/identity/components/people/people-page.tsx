"use client";

import { lazy, Suspense, useState } from "react";
import { trpc } from "@/trpc/client";
import { Button, ButtonLink } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { InvitationList } from "./invitation-list";
import { PeopleList } from "./people-list";
import { type PeoplePlace, refreshMs, staffSentence } from "./words";

const InviteDialog = lazy(() => import("./invite-dialog"));

/** Who works here, who is invited, and who may what. */
export function PeoplePage(place: PeoplePlace) {
  const counts = trpc.identity.staffCounts.useQuery(undefined, { refetchInterval: refreshMs });
  const [inviting, setInviting] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-6 p-4 md:p-6">
      <h1 className="sr-only">People</h1>
      <div className="flex flex-wrap items-center justify-between gap-3">
        {counts.data === undefined ? (
          <Skeleton className="h-8 w-80" />
        ) : (
          <p role="status" className="text-title">
            {staffSentence(counts.data)}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/admin/people/roles">Who may do what?</ButtonLink>
          <Button variant="primary" onClick={() => setInviting(true)}>
            Invite someone
          </Button>
        </div>
      </div>
      <InvitationList {...place} />
      <PeopleList {...place} />
      {inviting && (
        <Suspense fallback={null}>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </div>
  );
}
