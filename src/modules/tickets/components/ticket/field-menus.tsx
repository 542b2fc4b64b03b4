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
import { useAction } from "@/ui/actions/use-actions";
import { Avatar } from "@/ui/avatar";
import { Button, type ButtonProps } from "@/ui/button";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { Menu, MenuItem } from "@/ui/menu";
import { useMe } from "../me";
import { PickPerson } from "../people/pick-person";
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

const icon = { size: 16, "aria-hidden": true } as const;

type FieldLook = Pick<FieldMenuProps, "name" | "value" | "icon" | "actionId">;

/** How a field stands in the head, with its value; what opens at it adds the rest. */
function FieldButton({ name, value, icon, actionId, ...rest }: FieldLook & ButtonProps) {
  const reason = useAction(actionId)?.disabledReason ?? null;
  return (
    <Button
      {...rest}
      variant="quiet"
      disabledReason={reason}
      aria-label={`${name}: ${value}`}
      className="max-w-48 px-2! font-normal! max-md:max-w-32"
    >
      {icon}
      <span className="min-w-0 truncate">{value}</span>
      <ChevronDown size={14} aria-hidden="true" className="shrink-0 text-ink-3 max-huge:hidden" />
    </Button>
  );
}

/** Whether a field is open: by its button, or by its key. */
function useFieldOpen(number: number, field: Field) {
  const [open, setOpen] = useState(false);
  useOpenField((wanted, wantedField) => {
    if (wanted === number && wantedField === field) setOpen(true);
  });
  return [open, setOpen] as const;
}

/** A field that shows its value and opens to others. */
function FieldMenu({ field, number, children, ...look }: FieldMenuProps) {
  const [open, setOpen] = useFieldOpen(number, field);
  return (
    <Menu label={look.name} open={open} onOpenChange={setOpen} trigger={<FieldButton {...look} />}>
      {children}
    </Menu>
  );
}

function Assignee({ row }: { row: TicketRow }) {
  const { assignee, number } = row;
  const me = useMe();
  const edit = useEditTicket();
  const [open, setOpen] = useFieldOpen(number, "assigneeId");
  return (
    <PickPerson
      label="Assignee"
      trigger={
        <FieldButton
          name="Assignee"
          value={assignee?.name ?? "Unassigned"}
          icon={
            assignee === null ? (
              <UserRound {...icon} />
            ) : (
              <Avatar size={20} decorative name={assignee.name} />
            )
          }
          actionId="ticket.assign"
        />
      }
      open={open}
      onOpenChange={setOpen}
      me={me}
      nobody={assignee === null ? null : "Nobody"}
      onPick={(person) => edit(row, { field: "assigneeId", to: person })}
    />
  );
}

export function FieldMenus({ row }: { row: TicketRow }) {
  const edit = useEditTicket();
  const { teams } = usePeople();
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
      <Assignee row={row} />
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
