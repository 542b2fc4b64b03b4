"use client";

import { useDeferredValue, useState } from "react";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { AdminPage, AdminRow } from "./admin-page";
import { FoundList } from "./found-list";
import { OrganizationDialog } from "./organization-dialog";
import { OrganizationMembers } from "./organization-members";
import { Refused } from "./refused";
import { RemoveDialog } from "./remove-dialog";
import { useChange } from "./use-change";

export type Organization = RouterOutputs["identity"]["organizations"]["organizations"][number];
type Asking = { what: "make" } | { what: "change" | "members" | "archive"; organizationId: string };

const countWords = (people: number) => (people === 1 ? "1 person" : `${people} people`);

/** How many belong to it, and who reads what they ask. */
function factsOf({ people, leads, sharesTickets }: Organization): string {
  if (people === 0) return "Nobody belongs to it";
  if (sharesTickets) return `${countWords(people)}, all read each other's requests`;
  if (leads === 0) return `${countWords(people)}, each reads their own requests`;
  const readers = leads === 1 ? "1 of them reads" : `${leads} of them read`;
  return `${countWords(people)}, ${readers} the requests of all`;
}

function whoLeaves(people: number): string {
  if (people === 0) return "Nobody belongs to it.";
  const many = people >= limits.organizationPeopleCountedMax ? "1,000 people or more" : people;
  const who = people === 1 ? "The 1 person in it belongs" : `The ${many} who are in it belong`;
  return `${who} to none from then on, and what they ask next carries none.`;
}

function whoReads({ people, leads, sharesTickets }: Organization): string {
  if (people === 0 || (leads === 0 && !sharesTickets)) return "";
  return sharesTickets
    ? " They no longer read each other's requests."
    : ` ${leads} of them no longer ${leads === 1 ? "reads" : "read"} the requests of all.`;
}

/** What becomes of it all, said before it is done. */
const becomesOf = (organization: Organization): string =>
  `${whoLeaves(organization.people)}${whoReads(organization)} Tickets keep its name; views and SLA policies that name it still find those, and no new ones. The name is free for another organization. This cannot be undone.`;

/** Whom customers work for, and whether they read what their colleagues ask. */
export function OrganizationsPage() {
  const utils = trpc.useUtils();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const query = trpc.identity.organizations.useInfiniteQuery(
    { words: asked },
    {
      getNextPageParam: (page) => page.next ?? undefined,
      initialCursor: undefined,
      placeholderData: (shown) => shown,
    },
  );
  const [asking, setAsking] = useState<Asking | null>(null);
  const found = query.data?.pages.flatMap(({ organizations }) => organizations);
  const again = () => void utils.identity.organizations.invalidate();
  const archive = trpc.identity.archiveOrganization.useMutation();
  const { change, refused } = useChange();
  const close = () => setAsking(null);
  const about =
    asking === null || asking.what === "make"
      ? undefined
      : found?.find(({ id }) => id === asking.organizationId);
  return (
    <AdminPage
      title="Organizations"
      says="Whom your customers work for. Their requests carry it, and their colleagues can read them where you allow it."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New organization
        </Button>
      }
    >
      <Refused words={refused} />
      <FoundList
        label="Organizations"
        find="Find by name"
        words={words}
        onWords={setWords}
        query={query}
        rows={found}
        none={{
          title: "No organizations yet",
          says: "Customers can be without one. Make one to bring colleagues together.",
        }}
        nothing="No organization is called so."
      >
        {(one) => (
          <AdminRow
            key={one.id}
            name={one.name}
            facts={factsOf(one)}
            actions={
              <>
                <Button
                  aria-label={`People of ${one.name}`}
                  onClick={() => setAsking({ what: "members", organizationId: one.id })}
                >
                  People
                </Button>
                <Button
                  aria-label={`Change ${one.name}`}
                  onClick={() => setAsking({ what: "change", organizationId: one.id })}
                >
                  Change
                </Button>
                <Button
                  aria-label={`Archive ${one.name}`}
                  onClick={() => setAsking({ what: "archive", organizationId: one.id })}
                >
                  Archive
                </Button>
              </>
            }
          />
        )}
      </FoundList>
      {asking?.what === "make" && <OrganizationDialog onClose={close} onDone={again} />}
      {asking?.what === "change" && about && (
        <OrganizationDialog organization={about} onClose={close} onDone={again} />
      )}
      {asking?.what === "archive" && about && (
        <RemoveDialog
          about={{ kind: "organization", id: about.id }}
          title={`Archive the organization ${about.name}?`}
          confirm={`Archive ${about.name}`}
          becomes={becomesOf(about)}
          onClose={close}
          onConfirm={() =>
            void change(
              ({ commandId }) => archive.mutateAsync({ commandId, organizationId: about.id }),
              { done: `${about.name} archived`, next: again },
            )
          }
        />
      )}
      {asking?.what === "members" && about && (
        <OrganizationMembers organization={about} onClose={close} onDone={again} />
      )}
    </AdminPage>
  );
}
