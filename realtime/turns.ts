/**
 * Gives everyone a turn once in a while, a few at a time: what is done for ten thousand in one go
 * keeps everybody else waiting for as long. A member's turn stays where it is, however many come or
 * go, so that nobody waits longer than one round.
 */
export class Turns<Member> {
  private readonly steps: Set<Member>[];
  private readonly at = new Map<Member, Set<Member>>();
  private joined = 0;
  private taken: number;

  constructor(
    private readonly times: { roundMs: number; stepMs: number },
    nowMs: number,
  ) {
    const count = Math.max(1, Math.round(times.roundMs / times.stepMs));
    this.steps = Array.from({ length: count }, () => new Set<Member>());
    this.taken = this.stepAt(nowMs);
  }

  add(member: Member): void {
    const step = this.steps[this.joined++ % this.steps.length];
    if (step === undefined) return;
    step.add(member);
    this.at.set(member, step);
  }

  remove(member: Member): void {
    this.at.get(member)?.delete(member);
    this.at.delete(member);
  }

  /** Whose turn has come since the last call; after a long pause everyone's, once. */
  *due(nowMs: number): Generator<Member> {
    const upTo = this.stepAt(nowMs);
    const from = Math.max(this.taken, upTo - this.steps.length);
    this.taken = upTo;
    for (let step = from + 1; step <= upTo; step += 1)
      yield* this.steps[step % this.steps.length] ?? [];
  }

  private stepAt(nowMs: number): number {
    return Math.floor(nowMs / this.times.stepMs);
  }
}
