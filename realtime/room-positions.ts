import type { EventLog } from "./event-log";

/** Each room's last position, as far as the log reaches back. */
export class RoomPositions {
  private readonly lasts = new Map<string, number>();

  constructor(private readonly log: EventLog) {}

  /** The room's last position; for one that was quiet longer than the log, the log's beginning. */
  lastOf(room: string): number {
    return this.lasts.get(room) ?? this.log.forgotten;
  }

  /** Notes a delivery and gives the position of the one before it. */
  advance(room: string, position: number): number {
    const previous = this.lastOf(room);
    this.lasts.set(room, position);
    return previous;
  }

  /** After a skip nothing that was noted counts: positions may have been put back. */
  forget(): void {
    this.lasts.clear();
  }

  /** Forgets rooms that were quiet longer than the log. */
  prune(): void {
    for (const [room, position] of this.lasts)
      if (position <= this.log.forgotten) this.lasts.delete(room);
  }
}
