import type { ScaledPart } from "@/modules/capacity";
import type { Member } from "../../start/member";
import type { Stack } from "../../start/stack";
import { messageOf } from "../../system/advice";
import type { ScaledGroup } from "../plan";

type Decided = { subject: ScaledPart["subject"]; change: 1 | 0 | -1; reason: string };

export type Supervision = {
  stack: Pick<Stack, "members" | "add" | "remove">;
  groups: readonly ScaledGroup[];
  cores: number;
  decide: (
    parts: readonly ScaledPart[],
    machine: { cores: number; coresGiven: number },
  ) => Promise<readonly Decided[]>;
  everyMs: number;
  report: (line: string) => void;
  /** Called when who runs has changed. */
  onChange: (member: Member) => void;
};

/**
 * Carries out what the rules decide on this machine. A kind of process that is being changed is left
 * alone until the new one is ready or the old one has drained; what cannot be read or started costs
 * nothing but the look.
 */
export function superviseScaling(about: Supervision): { close(): void } {
  const { stack, groups, cores, decide, everyMs, report, onChange } = about;
  const changing = new Set<ScaledGroup>();
  let isClosed = false;
  let isLooking = false;

  const membersOf = ({ places }: ScaledGroup) =>
    places.flatMap(({ name }) => stack.members.filter((member) => member.name === name));

  async function start(group: ScaledGroup): Promise<void> {
    const taken = new Set(membersOf(group).map(({ name }) => name));
    const place = group.places.find(({ name }) => !taken.has(name));
    if (place === undefined) return;
    const member = await stack.add(place);
    report(`${member.name} runs and takes its part.`);
    onChange(member);
  }

  /** The youngest goes: what it held the longest is the least. */
  async function stop(group: ScaledGroup): Promise<void> {
    const member = membersOf(group).at(-1);
    if (member === undefined) return;
    const drained = await stack.remove(member);
    report(`${member.name} ${drained ? "has finished its work and is gone" : "had to be ended"}.`);
    onChange(member);
  }

  async function carryOut(group: ScaledGroup, { change, reason }: Decided): Promise<void> {
    changing.add(group);
    report(`Scaling ${group.name}: ${reason}`);
    try {
      await (change === 1 ? start(group) : stop(group));
    } catch (error) {
      if (!isClosed) report(`Scaling ${group.name} did not work: ${messageOf(error)}`);
    } finally {
      changing.delete(group);
    }
  }

  async function look(): Promise<void> {
    const parts = groups.flatMap((group) =>
      group.subject === null || changing.has(group)
        ? []
        : [
            {
              subject: group.subject,
              running: membersOf(group).length,
              coresEach: group.coresEach,
            },
          ],
    );
    const coresGiven = groups.reduce(
      (sum, group) => sum + membersOf(group).length * group.coresEach,
      0,
    );
    for (const decision of await decide(parts, { cores, coresGiven })) {
      const group = groups.find(({ subject }) => subject === decision.subject);
      if (group !== undefined && decision.change !== 0 && !isClosed) void carryOut(group, decision);
    }
  }

  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error) => report(`Nothing is scaled now: ${messageOf(error)}`))
      .finally(() => {
        isLooking = false;
      });
  }, everyMs);
  return {
    close: () => {
      isClosed = true;
      clearInterval(timer);
    },
  };
}
