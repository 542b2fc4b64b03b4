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

/** What is written down in one version and read in another: events, and jobs in the queues. */
export type Versioned<Payload> = {
  version: number;
  payload: z.ZodType<Payload>;
  /** How each older version is read: a schema of what it was, with a transform into what it is. */
  older?: Readonly<Record<number, z.ZodType<Payload>>>;
};

/** A version that nobody here knows is read by no schema. */
export function readPayload<Payload>(
  type: Versioned<Payload>,
  written: { version: number; payload: unknown },
): z.ZodSafeParseResult<Payload> {
  const { version, payload, older = {} } = type;
  const schema = written.version === version ? payload : (older[written.version] ?? z.never());
  return schema.safeParse(written.payload);
}

export type EventType<Payload> = Versioned<Payload> & {
  name: string;
  make(payload: Payload, about?: { ticketId?: string | null; occurredAt?: Date }): NewEvent;
  /** The payload when the envelope is of this type, in a version that is known here, else null. */
  read(envelope: Pick<Envelope, "name" | "version" | "payload">): Payload | null;
};

/** The events that this process has heard of, with the newest version that it reads. */
const known = new Map<string, number>();

/**
 * What this process knows of an event: a newer version of ours may have written one of which it has
 * never heard, or one in a version that it cannot read.
 */
export function knowledgeOf({
  name,
  version,
}: Pick<Envelope, "name" | "version">): "known" | "newer" | "unknown" {
  const newest = known.get(name);
  if (newest === undefined) return "unknown";
  return version > newest ? "newer" : "known";
}

/** A typed, versioned fact. A change of its shape is a new version; `older` says how old ones are read. */
export function defineEvent<Payload>(
  definition: Versioned<Payload> & { name: string },
): EventType<Payload> {
  const { name, version } = definition;
  known.set(name, version);
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
      if (envelope.name !== name) return null;
      const parsed = readPayload(definition, envelope);
      return parsed.success ? parsed.data : null;
    },
  };
}
