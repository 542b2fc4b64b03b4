"use client";

import { ChevronDown, UserRound, UsersRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  priorityWords,
  statusesAfter,
  statusWords,
  type TicketRow,
  ticketPriorities,
} from "@/modules/tickets/client";
import { ActionMenuItem } from "@/ui/actions/action-menu-item";
import { useAction } from "@/ui/actions/use-actions";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { Menu, MenuItem, MenuSeparator } from "@/ui/menu";
import type { Field } from "./fields";
import { useOpenField } from "./open-field";
import { useEditTicket } from "./use-edit-ticket";
import { usePeople } from "./use-people";

interface FieldMenuProps {
  readonly field: Field;
  readonly number: number;
  readonly name: string;
  readonly value: string;
  readonly icon: ReactNode;
  readonly actionId: string;
  readonly children: ReactNode;
}

/** A field that shows its value and opens to others. */
function FieldMenu(props: FieldMenuProps) {
  const { field, number, name, value, icon, actionId, children } = props;
  const [open, setOpen] = useState(false);
  useOpenField((wanted, wantedField) => {
    if (wanted === number && wantedField === field) setOpen(true);
  });
  const reason = useAction(actionId)?.disabledReason ?? null;
  return (
    <Menu
      label={name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="quiet"
          disabledReason={reason}
          aria-label={`${name}: ${value}`}
          className="max-w-48 px-2! font-normal! max-md:max-w-32"
        >
          {icon}
          <span className="min-w-0 truncate">{value}</span>
          <ChevronDown
            size={14}
            aria-hidden="true"
            className="shrink-0 text-ink-3 max-huge:hidden"
          />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}

const icon = { size: 16, "aria-hidden": true } as const;

export function FieldMenus({ row }: { row: TicketRow }) {
  const edit = useEditTicket();
  const { agents, teams } = usePeople();
  return (
    <>
      <FieldMenu
        field="status"
        number={row.number}
        name="Status"
        value={statusWords[row.status]}
        icon={<StatusGlyph status={row.status} snoozed={row.snoozedUntil !== null} name="" />}
        actionId="ticket.status"
      >
        {statusesAfter(row.status).map((status) => (
          <MenuItem
            key={status}
            icon={<StatusGlyph status={status} name="" />}
            onSelect={() => edit(row, { field: "status", to: status })}
          >
            {statusWords[status]}
          </MenuItem>
        ))}
      </FieldMenu>
      <FieldMenu
        field="priority"
        number={row.number}
        name="Priority"
        value={priorityWords[row.priority]}
        icon={<PriorityGlyph priority={row.priority} name="" />}
        actionId="ticket.priority"
      >
        {ticketPriorities.map((priority) => (
          <MenuItem
            key={priority}
            icon={<PriorityGlyph priority={priority} name="" />}
            onSelect={() => edit(row, { field: "priority", to: priority })}
          >
            {priorityWords[priority]}
          </MenuItem>
        ))}
      </FieldMenu>
      <FieldMenu
        field="assigneeId"
        number={row.number}
        name="Assignee"
        value={row.assignee?.name ?? "Unassigned"}
        icon={
          row.assignee === null ? (
            <UserRound {...icon} />
          ) : (
            <Avatar size={20} decorative name={row.assignee.name} />
          )
        }
        actionId="ticket.assign"
      >
        <ActionMenuItem id="ticket.assign-me" />
        <MenuSeparator />
        {agents.map((person) => (
          <MenuItem
            key={person.id}
            icon={<Avatar size={20} decorative name={person.name} />}
            onSelect={() =>
              edit(row, { field: "assigneeId", to: { id: person.id, name: person.name } })
            }
          >
            {person.name}
          </MenuItem>
        ))}
        {row.assignee !== null && (
          <MenuItem
            icon={<UserRound {...icon} />}
            onSelect={() => edit(row, { field: "assigneeId", to: null })}
          >
            Nobody
          </MenuItem>
        )}
      </FieldMenu>
      <FieldMenu
        field="teamId"
        number={row.number}
        name="Team"
        value={row.team?.name ?? "No team"}
        icon={<UsersRound {...icon} />}
        actionId="ticket.team"
      >
        {teams.map((team) => (
          <MenuItem key={team.id} onSelect={() => edit(row, { field: "teamId", to: team })}>
            {team.name}
          </MenuItem>
        ))}
        {row.team !== null && (
          <MenuItem onSelect={() => edit(row, { field: "teamId", to: null })}>No team</MenuItem>
        )}
      </FieldMenu>
    </>
  );
}
