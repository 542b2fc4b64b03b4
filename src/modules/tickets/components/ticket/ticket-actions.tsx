"use client";

import {
  mayBecome,
  priorityWords,
  statusWords,
  type TicketRow,
  type TicketStatus,
  ticketPriorities,
  ticketStatuses,
} from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import type { ActionInput, Choice } from "@/ui/actions/action";
import { openPalette } from "@/ui/actions/open";
import { useActions } from "@/ui/actions/use-actions";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { toast } from "@/ui/toast";
import { DayActions } from "../day/day-actions";
import { readError } from "../error-words";
import { useMe } from "../me";
import { useCachedRows } from "../use-cached-rows";
import { usePlace } from "../use-place";
import type { Field } from "./fields";
import { openField } from "./open-field";
import { showMacros } from "./start-macro";
import { startWriting } from "./start-writing";
import { showTags } from "./tags-store";
import { useEditTicket } from "./use-edit-ticket";

const fits = (label: string, words: string) =>
  label.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());

const closed = "A closed ticket does not change";

interface TicketActionsProps {
  readonly row: TicketRow;
  readonly region: "list" | "ticket";
}

/** What can be done with a ticket, for keys, palette, buttons and menus of the region it is in. */
export function TicketActions({ row, region }: TicketActionsProps) {
  const me = useMe();
  const edit = useEditTicket();
  const { go } = usePlace();
  const utils = trpc.useUtils();
  const { seen } = useCachedRows();
  const markSeen = trpc.tickets.markSeen.useMutation();
  const frozen = row.status === "closed" ? closed : null;

  const statuses = (words: string): readonly Choice[] =>
    ticketStatuses
      .filter((status) => mayBecome(row.status, status) && fits(statusWords[status], words))
      .map((status) => ({
        id: status,
        label: statusWords[status],
        icon: <StatusGlyph status={status} name="" />,
        run: () => edit(row, { field: "status", to: status }),
      }));
  const priorities = (words: string): readonly Choice[] =>
    ticketPriorities
      .filter((priority) => fits(priorityWords[priority], words))
      .map((priority) => ({
        id: priority,
        label: priorityWords[priority],
        icon: <PriorityGlyph priority={priority} name="" />,
        run: () => edit(row, { field: "priority", to: priority }),
      }));
  const agents = async (words: string): Promise<readonly Choice[]> => {
    const { people } = await utils.identity.agents.fetch({ words: words.trim() });
    const choices = people.map((person) => ({
      id: person.id,
      label: person.name,
      hint: person.email,
      run: () => edit(row, { field: "assigneeId", to: { id: person.id, name: person.name } }),
    }));
    const nobody = {
      id: "nobody",
      label: "Nobody",
      run: () => edit(row, { field: "assigneeId", to: null }),
    };
    return row.assignee !== null && fits(nobody.label, words) ? [...choices, nobody] : choices;
  };
  const teams = async (words: string): Promise<readonly Choice[]> => {
    const all = await utils.identity.teams.fetch();
    return all
      .filter((team) => fits(team.name, words))
      .map((team) => ({
        id: team.id,
        label: team.name,
        run: () => edit(row, { field: "teamId", to: team }),
      }));
  };
  const resolve = (to: TicketStatus) => edit(row, { field: "status", to });
  const unread = () => {
    seen(row.id, row.number, null);
    markSeen
      .mutateAsync({ commandId: newId(), ticketId: row.id, seenAt: null })
      .then(() => toast({ text: `#${row.number} is unread again` }))
      .catch((error: unknown) => toast({ text: readError(error).words, tone: "bad" }));
  };
  const write = (kind: "reply" | "note") => {
    go({ number: row.number });
    startWriting(kind);
  };
  const asking = (
    id: string,
    field: Field,
    verb: string,
    argument: ActionInput["argument"],
  ): ActionInput => ({
    id,
    // The open ticket has the menu at hand; a row of the list is asked about in the palette.
    run: () => {
      if (!openField(row.number, field)) openPalette(`${verb} `);
    },
    disabledReason: frozen,
    words: [verb],
    argument,
  });

  useActions([
    {
      id: "item.done",
      label: `Resolve #${row.number}`,
      disabledReason:
        frozen ?? (mayBecome(row.status, "resolved") ? null : "It is resolved already"),
      words: ["resolve", "done", "solve"],
      run: () => resolve("resolved"),
    },
    {
      id: "ticket.assign-me",
      disabledReason: frozen ?? (row.assignee?.id === me.id ? "It is yours already" : null),
      words: ["take", "assign to me"],
      run: () => edit(row, { field: "assigneeId", to: { id: me.id, name: me.name } }),
    },
    asking("ticket.assign", "assigneeId", "assign", { hint: "a colleague", choices: agents }),
    asking("ticket.team", "teamId", "team", { hint: "a team", choices: teams }),
    asking("ticket.status", "status", "status", { hint: "a status", choices: statuses }),
    asking("ticket.priority", "priority", "priority", { hint: "a level", choices: priorities }),
    { id: "ticket.tags", disabledReason: frozen, words: ["tag"], run: () => showTags(row) },
    { id: "ticket.macro", disabledReason: frozen, words: ["macro"], run: () => showMacros(row) },
    { id: "item.unread", run: unread },
    { id: "ticket.reply", disabledReason: frozen, run: () => write("reply") },
    { id: "ticket.note", disabledReason: frozen, run: () => write("note") },
  ]);
  return <DayActions row={row} region={region} />;
}
