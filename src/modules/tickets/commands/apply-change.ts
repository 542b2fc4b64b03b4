import { type FieldDefinition, knowTags, readFields, valueWords } from "@/modules/fields";
import type { CommandContext, CommandTx } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { participantLeft, ticketUpdated, type Via } from "../events";
import { change } from "../rules/change";
import type { FieldChange, Ticket, TicketChange } from "../rules/ticket";
import { logActivity, rowOf, saveTicket } from "../steps";
import { checkAssignment } from "./check-assignment";
import { checkParticipants } from "./check-participants";

type Wanted = {
  wanted: TicketChange;
  /** What the person saw; a field that differs by now is a conflict. */
  seen?: TicketChange;
  via?: Via;
};

/**
 * Changes fields of a ticket that this transaction holds, all or none, and tells it: what people,
 * macros and jobs do alike.
 * @throws AppError with what the rule refuses, or what is wrong with a value.
 */
export async function applyChange(
  tx: CommandTx,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  ticket: Ticket,
  { wanted, seen = {}, via }: Wanted,
): Promise<{ ticket: Ticket; changes: FieldChange[] }> {
  await checkAssignment(tx, wanted);
  await checkParticipants(tx, ticket, wanted.participantIds);
  const { values, definitions } = await readFields(tx, wanted.fields ?? {});
  const tagged = await withKnownTags(tx, ticket, wanted, now);
  const decided = change(ticket, { ...tagged, fields: values }, seen, now);
  if ("refused" in decided) {
    const { refused, ...detail } = decided;
    throw new AppError(refused, {
      detail: { ticketId: ticket.id, version: ticket.version, ...detail },
    });
  }
  if (decided.changes.length === 0) return decided;
  const tagCount = decided.ticket.tags.length;
  if (tagCount > limits.tagsPerTicketMax && tagCount > ticket.tags.length)
    throw new AppError("limit_reached", { detail: { field: "tags" } });
  await saveTicket(tx, decided.ticket);
  await logActivity(
    tx,
    { ticketId: ticket.id, actorId: actor.id, at: now },
    {
      kind: "changed",
      detail: {
        changes: decided.changes.map((one) => told(one, definitions)),
        ...(via === undefined ? {} : { via }),
      },
    },
  );
  const row = await rowOf(tx, ticket.id);
  const by = { id: actor.id, name: actor.name };
  const changes = decided.changes.map(plainChange);
  tx.append(
    ticketUpdated.make(
      { row, changes, by, ...(via === undefined ? {} : { via }) },
      { ticketId: ticket.id },
    ),
  );
  const left = ticket.participantIds.filter((id) => !decided.ticket.participantIds.includes(id));
  for (const personId of left)
    tx.append(participantLeft.make({ ticketId: ticket.id, personId }, { ticketId: ticket.id }));
  return decided;
}

async function withKnownTags(tx: CommandTx, ticket: Ticket, wanted: TicketChange, at: Date) {
  const given = [...(wanted.tags ?? []), ...(wanted.addTags ?? [])];
  const known = await knowTags(
    tx,
    given.filter((tag) => !ticket.tags.includes(tag)),
    at,
  );
  const named = (tags: readonly string[]) => [...new Set(tags.map((tag) => known.get(tag) ?? tag))];
  return {
    ...wanted,
    ...(wanted.tags === undefined ? {} : { tags: named(wanted.tags) }),
    ...(wanted.addTags === undefined ? {} : { addTags: named(wanted.addTags) }),
  };
}

/** A custom field's change in words, for it outlives the field; the tickets' own are read later. */
function told({ field, from, to }: FieldChange, definitions: readonly FieldDefinition[]) {
  const definition = definitions.find(({ key }) => `field.${key}` === field);
  if (definition === undefined) return { field, from, to };
  return {
    field,
    name: definition.name,
    from: valueWords(definition, from),
    to: valueWords(definition, to),
  };
}

const plainValue = (value: FieldChange["from"]) =>
  typeof value === "object" && value !== null ? [...value] : value;

/** A change as events carry it. */
export const plainChange = ({ field, from, to }: FieldChange) => ({
  field,
  from: plainValue(from),
  to: plainValue(to),
});
