"use client";

import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { trpc } from "@/trpc/client";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Field } from "@/ui/field";
import { useNow } from "@/ui/now-provider";
import { SearchField } from "@/ui/search-field";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { type PeoplePlace, type Person, refreshMs, roleWords } from "./words";

const kinds = {
  staff: { staff: true },
  admin: { role: "admin" },
  suspended: { suspended: true },
  customer: { role: "customer" },
  all: {},
} as const;
type Kind = keyof typeof kinds;
const isKind = (text: string): text is Kind => text in kinds;

const options = [
  { value: "staff", label: "Who work here" },
  { value: "admin", label: "Admins" },
  { value: "suspended", label: "Suspended" },
  { value: "customer", label: "Customers" },
  { value: "all", label: "Everybody" },
];

/** People by name or address; each opens to what an admin decides about them. */
export function PeopleList(place: PeoplePlace) {
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind>("staff");
  const asked = useDeferredValue(words.trim());
  return (
    <section aria-labelledby="people-heading" className="flex flex-col gap-3">
      <h2 id="people-heading" className="text-heading">
        People
      </h2>
      <div className="flex flex-wrap gap-3">
        <SearchField
          label="Find by name or e-mail"
          words={words}
          onWords={setWords}
          className="min-w-60 flex-1"
        />
        <Field label="Show">
          {(control) => (
            <Select
              {...control}
              options={options}
              value={kind}
              onChange={({ target }) => isKind(target.value) && setKind(target.value)}
            />
          )}
        </Field>
      </div>
      <div className="rounded-card border border-line bg-surface">
        <Chunk key={`${kind} ${asked}`} words={asked} kind={kind} after={undefined} {...place} />
      </div>
    </section>
  );
}

interface ChunkProps extends PeoplePlace {
  readonly words: string;
  readonly kind: Kind;
  readonly after: string | undefined;
}

/** A page of the list; the next one hangs below it when it is wanted. */
function Chunk(props: ChunkProps) {
  const { words, kind, after } = props;
  const query = trpc.identity.people.useQuery(
    { words, ...kinds[kind], ...(after === undefined ? {} : { after }) },
    { refetchInterval: refreshMs },
  );
  const [more, setMore] = useState(false);
  if (query.data === undefined)
    return query.error === null ? (
      <SkeletonRows rows={6} label="Loading people" />
    ) : (
      <ErrorState title="People could not be loaded" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  const { people, next } = query.data;
  if (people.length === 0 && after === undefined)
    return <EmptyState title="Nobody found">No name or address here fits.</EmptyState>;
  return (
    <>
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} {...props} />
        ))}
      </ul>
      {next !== null && !more && (
        <div className="flex justify-center border-line border-t p-3">
          <Button onClick={() => setMore(true)}>Show more</Button>
        </div>
      )}
      {next !== null && more && (
        <div className="border-line border-t">
          <Chunk {...props} after={next} />
        </div>
      )}
    </>
  );
}

function PersonLine({ person, zone, locale }: PeoplePlace & { person: Person }) {
  const now = useNow();
  const teams = person.teams.map(({ name }) => name).join(", ");
  return (
    <li>
      <Link
        href={`/admin/people/${person.id}`}
        className="flex min-h-control flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-[2_1_14rem]">
          <span className="block truncate text-ink text-ui">{person.name}</span>
          <span className="block truncate text-ink-2 text-small">{person.email}</span>
        </span>
        <span className="min-w-0 flex-[1_1_8rem] truncate text-ink-2 text-ui">
          {teams || person.organization?.name || "–"}
        </span>
        <span className="flex flex-wrap items-center gap-2">
          {person.suspendedAt !== null && <Badge tone="bad">Suspended</Badge>}
          {person.awayUntil !== null && (
            <Badge tone="warn">
              Away until{" "}
              <Time
                value={person.awayUntil}
                now={now}
                zone={zone}
                locale={locale}
                style="day"
                focusable={false}
              />
            </Badge>
          )}
          <Badge tone={person.role === "admin" ? "accent" : "neutral"}>
            {roleWords[person.role]}
          </Badge>
        </span>
      </Link>
    </li>
  );
}
