"use client";

import { priorityWords, type TicketPriority, ticketPriorities } from "@/modules/tickets/client";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

const options = ticketPriorities.map((value) => ({ value, label: priorityWords[value] }));

interface PriorityFieldProps {
  readonly priority: TicketPriority;
  readonly onPriority: (priority: TicketPriority) => void;
}

/** Which priority a ticket begins with. */
export function PriorityField({ priority, onPriority }: PriorityFieldProps) {
  return (
    <Field label="Priority">
      {(control) => (
        <Select
          {...control}
          value={priority}
          onChange={({ target }) =>
            onPriority(ticketPriorities.find((one) => one === target.value) ?? priority)
          }
          options={options}
        />
      )}
    </Field>
  );
}
