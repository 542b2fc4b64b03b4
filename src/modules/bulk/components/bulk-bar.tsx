"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { priorityWords, statusWords, ticketPriorities } from "@/modules/tickets/client";
import { useMe } from "@/modules/tickets/components/me";
import { PickPerson } from "@/modules/tickets/components/people/pick-person";
import { queueOf } from "@/modules/tickets/components/place";
import {
  clearSelection,
  type Selection,
  selectMatching,
} from "@/modules/tickets/components/queue/selection";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import type { Choice } from "@/ui/actions/action";
import { useActions, useKeysOf } from "@/ui/actions/use-actions";
import { Button } from "@/ui/button";
import { Coming } from "@/ui/coming";
import { numberWords } from "@/ui/format/number";
import { Menu, MenuItem } from "@/ui/menu";
import type { AskedDeed } from "../client";
import type { DeedDialog } from "./deed-dialogs";
import { useBulk } from "./use-bulk";

const statuses = ["open", "pending", "on_hold", "resolved", "closed"] as const;
const dialogs = [
  { what: "tags", label: "Tags", id: "ticket.tags" },
  { what: "macro", label: "Macro", id: "ticket.macro" },
  { what: "snooze", label: "Snooze", id: "item.snooze" },
  { what: "merge", label: "Merge", id: "ticket.merge" },
] as const;
const DeedDialogs = lazy(() => import("./deed-dialogs"));

type Opened = "assign" | "team" | "status" | "priority" | null;

/** How many are chosen, and what can be done with them. */
export default function BulkBar({ selection }: { selection: Selection }) {
  const me = useMe();
  const { teams } = usePeople();
  const { act } = useBulk();
  const keysOf = useKeysOf();
  const [opened, setOpened] = useState<Opened>(null);
  const [dialog, setDialog] = useState<DeedDialog | null>(null);
  const count = selection.matching?.count ?? selection.rows.size;
  const nothing = count === 0 ? "Tick a ticket first" : null;
  const does = (deed: AskedDeed) => act(selection, deed);
  const utils = trpc.useUtils();
  /** Of a large house a menu holds the first few; whoever else is found by name. */
  const colleagues = async (words: string): Promise<readonly Choice[]> => {
    const { people } = await utils.identity.agents.fetch({ words: words.trim() });
    return people.map(({ id, name, email }) => ({
      ...{ id, label: name, hint: email },
      run: () => does({ kind: "assign", assigneeId: id }),
    }));
  };
  const opens = (id: string, what: Opened) => ({
    id,
    disabledReason: nothing,
    run: () => setOpened(what),
  });
  const asks = (id: string, what: DeedDialog, label?: string) => ({
    id,
    ...(label === undefined ? {} : { label }),
    disabledReason: nothing,
    run: () => setDialog(what),
  });

  useActions([
    {
      ...opens("ticket.assign", "assign"),
      words: ["assign"],
      argument: { hint: "a colleague", choices: colleagues },
    },
    opens("ticket.team", "team"),
    opens("ticket.status", "status"),
    opens("ticket.priority", "priority"),
    asks("ticket.tags", "tags"),
    asks("ticket.macro", "macro"),
    asks("ticket.merge", "merge"),
    asks("item.snooze", "snooze", "Snooze the selected tickets"),
    {
      id: "ticket.assign-me",
      disabledReason: nothing,
      run: () => does({ kind: "assign", assigneeId: me.id }),
    },
    {
      id: "item.done",
      label: "Resolve the selected tickets",
      disabledReason: nothing,
      run: () => does({ kind: "status", status: "resolved" }),
    },
  ]);
  const menu = (what: Opened, label: string, id: string, items: ReactNode) => (
    <Menu
      label={label}
      open={opened === what}
      onOpenChange={(open) => setOpened(open ? what : null)}
      trigger={
        <Button variant="quiet" keys={keysOf(id)} disabledReason={nothing}>
          {label}
        </Button>
      }
    >
      {items}
    </Menu>
  );
  const item = (label: string, deed: AskedDeed) => (
    <MenuItem key={label} onSelect={() => does(deed)}>
      {label}
    </MenuItem>
  );
  return (
    <section
      aria-label="Selected tickets"
      className="flex flex-wrap items-center gap-x-1 border-line border-y bg-selected px-4 py-1 text-ui"
    >
      <p role="status" className="font-semibold tabular-nums">
        {numberWords(count)} selected
      </p>
      {selection.mayBeMore && selection.matching === null && <AllThatMatch />}
      <PickPerson
        label="Assign to"
        trigger={
          <Button variant="quiet" keys={keysOf("ticket.assign")} disabledReason={nothing}>
            Assign
          </Button>
        }
        open={opened === "assign"}
        onOpenChange={(open) => setOpened(open ? "assign" : null)}
        me={me}
        nobody="Nobody"
        onPick={(person) => does({ kind: "assign", assigneeId: person?.id ?? null })}
      />
      {menu("team", "Team", "ticket.team", [
        ...teams.map(({ id, name }) => item(name, { kind: "team", teamId: id })),
        item("No team", { kind: "team", teamId: null }),
      ])}
      {menu(
        "status",
        "Status",
        "ticket.status",
        statuses.map((status) => item(statusWords[status], { kind: "status", status })),
      )}
      {menu(
        "priority",
        "Priority",
        "ticket.priority",
        ticketPriorities.map((priority) =>
          item(priorityWords[priority], { kind: "priority", priority }),
        ),
      )}
      {dialogs.map(({ what, label, id }) => (
        <Button
          key={what}
          variant="quiet"
          keys={keysOf(id)}
          disabledReason={nothing}
          onClick={() => setDialog(what)}
        >
          {label}
        </Button>
      ))}
      <Button variant="quiet" keys={keysOf("step.out")} onClick={clearSelection}>
        Clear
      </Button>
      {dialog !== null && (
        <Suspense fallback={<Coming />}>
          <DeedDialogs
            what={dialog}
            selection={selection}
            count={count}
            onClose={() => setDialog(null)}
            onChosen={does}
          />
        </Suspense>
      )}
    </section>
  );
}

/** All rows that are loaded are chosen; behind them there are more. */
function AllThatMatch() {
  const views = trpc.views.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const { filter } = queueOf(usePlace(), views.data?.views ?? []);
  const { data } = trpc.views.count.useQuery({ filter }, { staleTime: 0 });
  if (data === undefined) return null;
  if (data.count === null)
    return (
      <span className="text-ink-2 text-small">More match than can be counted in a second</span>
    );
  const { count } = data;
  return (
    <Button variant="quiet" onClick={() => selectMatching(filter, count)}>
      Select all {numberWords(count)} that match
    </Button>
  );
}
