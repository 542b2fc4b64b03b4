import * as z from "zod";
import { newId } from "@/platform/ids";

/** What happened, as it is stored and sent. `position` is given when it is published. */
export const envelopeSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int().positive(),
  ticketId: z.uuid().nullable(),
  actorId: z.uuid().nullable(),
  commandId: z.uuid().nullable(),
  requestId: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  payload: z.unknown(),
});
export type Envelope = z.output<typeof envelopeSchema>;
export const placedEnvelopeSchema = envelopeSchema.extend({ position: z.int().positive() });
export type PlacedEnvelope = z.output<typeof placedEnvelopeSchema>;

/**
 * The request id under which a bulk action changes things. What follows from its events stands back,
 * in every queue, behind what somebody waits for.
 */
export const bulkRequestId = (actionId: string): string => `bulk-${actionId}`;
export const isOfBulk = ({ requestId }: Pick<Envelope, "requestId">): boolean =>
  requestId?.startsWith("bulk-") ?? false;

/** An event before its command commits: who and when come from the command. */
export type NewEvent = {
  id: string;
  name: string;
  version: number;
  ticketId: string | null;
  /** When it counts as having happened; the command's time when left out. */
  occurredAt?: Date;
  payload: unknown;
};

export type EventType<Payload> = {
  name: string;
  version: number;
  payload: z.ZodType<Payload>;
  make(payload: Payload, about?: { ticketId?: string | null; occurredAt?: Date }): NewEvent;
  /** The payload when the envelope is of this type and version and reads well, else null. */
  read(envelope: Pick<Envelope, "name" | "version" | "payload">): Payload | null;
};

/** A typed, versioned fact. A change of its shape is a new version; old ones are still read. */
export function defineEvent<Payload>(definition: {
  name: string;
  version: number;
  payload: z.ZodType<Payload>;
}): EventType<Payload> {
  const { name, version, payload: schema } = definition;
  return {
    ...definition,
    make: (payload, about = {}) => ({
      id: newId(),
      name,
      version,
      ticketId: about.ticketId ?? null,
      ...(about.occurredAt === undefined ? {} : { occurredAt: about.occurredAt }),
      payload,
    }),
    read: (envelope) => {
      if (envelope.name !== name || envelope.version !== version) return null;
      const parsed = schema.safeParse(envelope.payload);
      return parsed.success ? parsed.data : null;
    },
  };
}
