import type { PlacedEnvelope } from "@/platform/outbox";

/**
 * The last events in the order of their positions, without gaps: what a room was sent before, and
 * what a client missed, is read from here.
 */
export class EventLog {
  private readonly events: PlacedEnvelope[] = [];
  private position: number;

  /** `floor`: the position before the first event that this log will hold. */
  constructor(
    private floor: number,
    private readonly rowsMax: number,
  ) {
    this.position = floor;
  }

  /** Up to here everything has been taken. */
  get last(): number {
    return this.position;
  }

  /** What happened at or before this position is not known here any more. */
  get forgotten(): number {
    return this.floor;
  }

  /** Takes the next event; false when it is an old one or one before it is missing. */
  take(event: PlacedEnvelope): boolean {
    if (event.position !== this.position + 1) return false;
    this.events.push(event);
    this.position = event.position;
    if (this.events.length > this.rowsMax) this.floor = this.events.shift()?.position ?? this.floor;
    return true;
  }

  /** What was said of some tickets is not to be said again: positions stay, words go. */
  silence(ticketIds: readonly string[]): void {
    for (const [at, event] of this.events.entries()) {
      const told = JSON.stringify(event);
      if (ticketIds.some((id) => told.includes(id))) this.events[at] = { ...event, payload: null };
    }
  }

  /** Skips positions that nobody can give any more; clients from before them fetch again. */
  skipTo(position: number): void {
    this.events.length = 0;
    this.floor = position;
    this.position = position;
  }

  /** The events after a position, or null when some of them are forgotten. */
  after(position: number): readonly PlacedEnvelope[] | null {
    if (position < this.floor) return null;
    const first = this.events.findIndex((event) => event.position > position);
    return first === -1 ? [] : this.events.slice(first);
  }
}
