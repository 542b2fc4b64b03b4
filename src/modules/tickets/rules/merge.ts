import { withStatus } from "./status";
import type { Ticket } from "./ticket";
import { isActive, type TicketStatus } from "./words";

export type MergeRefusal =
  | "same"
  | "target_closed"
  | "source_closed"
  | "source_merged"
  | "strangers"
  | "test";

type Readers = Pick<Ticket, "requesterId" | "organizationId">;

/** Whether who asked the one may read the other: only then may its messages move there. */
function sees(source: Readers, target: Readers, sharing: boolean): boolean {
  if (source.requesterId === target.requesterId) return true;
  return (
    sharing && source.organizationId !== null && source.organizationId === target.organizationId
  );
}

/**
 * Why a ticket cannot be merged into another; null when it can. `sharing`: the target's
 * organization lets its people read each other's tickets.
 */
export function mergeRefusal(
  source: Ticket,
  target: Ticket,
  sharing: boolean,
): MergeRefusal | null {
  if (source.id === target.id) return "same";
  if (target.status === "closed") return "target_closed";
  if (source.mergedInto !== null) return "source_merged";
  if (source.status === "closed") return "source_closed";
  if (source.synthetic !== target.synthetic) return "test";
  if (!sees(source, target, sharing)) return "strangers";
  return null;
}

/** What a merge changed in both, so that it can be taken back; ISO times. */
export type MergeKept = {
  source: {
    status: TicketStatus;
    resolvedAt: string | null;
    snoozedUntil: string | null;
  };
  target: { status: TicketStatus; resolvedAt: string | null; statusAfter: TicketStatus };
  tagsAdded: string[];
  followersAdded: string[];
};

const earlier = (one: Date | null, other: Date | null) =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;

/**
 * The source ends where it is and points to the target; the target takes what waits: whoever asked
 * in the source has waited since then.
 */
export function merged(
  source: Ticket,
  target: Ticket,
  now: Date,
): { source: Ticket; target: Ticket; tagsAdded: string[] } {
  const tagsAdded = source.tags.filter((tag) => !target.tags.includes(tag));
  const waits = isActive(source.status) && source.waitingSince !== null;
  const opened = waits && target.status !== "open" ? withStatus(target, "open", now) : target;
  return {
    source: {
      ...withStatus(source, "closed", now),
      mergedInto: target.number,
      snoozedUntil: null,
      waitingSince: null,
      version: source.version + 1,
      updatedAt: now,
    },
    target: {
      ...opened,
      tags: [...target.tags, ...tagsAdded],
      waitingSince: waits ? earlier(target.waitingSince, source.waitingSince) : target.waitingSince,
      snoozedUntil: waits ? null : target.snoozedUntil,
      version: target.version + 1,
      updatedAt: now,
    },
    tagsAdded,
  };
}

const timeOf = (text: string | null) => (text === null ? null : new Date(text));

/** Both as they were, but for what others changed since: that stays. */
export function unmerged(
  source: Ticket,
  target: Ticket,
  kept: MergeKept,
  now: Date,
): { source: Ticket; target: Ticket } {
  const untouched = target.status === kept.target.statusAfter;
  const targetBack =
    untouched && kept.target.status !== kept.target.statusAfter
      ? {
          ...target,
          status: kept.target.status,
          resolvedAt: timeOf(kept.target.resolvedAt),
          closedAt: null,
        }
      : target;
  return {
    source: {
      ...source,
      status: kept.source.status,
      resolvedAt: timeOf(kept.source.resolvedAt),
      closedAt: null,
      snoozedUntil: timeOf(kept.source.snoozedUntil),
      mergedInto: null,
      version: source.version + 1,
      updatedAt: now,
    },
    target: {
      ...targetBack,
      tags: target.tags.filter((tag) => !kept.tagsAdded.includes(tag)),
      version: target.version + 1,
      updatedAt: now,
    },
  };
}
