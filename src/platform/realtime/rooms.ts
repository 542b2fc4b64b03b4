/** Where events are delivered. A room's name says who may join; the owner module decides. */
export const rooms = {
  /** All tickets, for those who work here. */
  queue: () => "queue",
  /** One ticket with its notes, for those who work here. */
  ticket: (ticketId: string) => `ticket:${ticketId}`,
  /** One ticket as its customers see it. */
  request: (ticketId: string) => `request:${ticketId}`,
  /** All requests of one customer. */
  requests: (userId: string) => `requests:${userId}`,
  /** All requests that an organization shares among its people. */
  organization: (organizationId: string) => `organization:${organizationId}`,
  /** What concerns one person alone: held replies, rights. */
  person: (userId: string) => `person:${userId}`,
} as const;

export type RoomKind = keyof typeof rooms;

/** Takes a room's name apart; null for a name that is none of ours. */
export function parseRoom(name: string): { kind: RoomKind; id: string } | null {
  const [kind, id = "", ...rest] = name.split(":");
  if (rest.length > 0) return null;
  switch (kind) {
    case "queue":
      return name === "queue" ? { kind, id: "" } : null;
    case "ticket":
    case "request":
    case "requests":
    case "organization":
    case "person":
      return /^[0-9a-f-]{36}$/.test(id) ? { kind, id } : null;
    default:
      return null;
  }
}
