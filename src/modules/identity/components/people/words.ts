import type { RouterOutputs } from "@/trpc/client";

export type Person = RouterOutputs["identity"]["people"]["people"][number];
export type Counts = RouterOutputs["identity"]["staffCounts"];

/** However it changes, the page is right within this time. */
export const refreshMs = 10_000;

export interface PeoplePlace {
  readonly zone: string;
  readonly locale: string;
}

export const roleWords = { customer: "Customer", agent: "Agent", admin: "Admin" } as const;

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Who works here, as a sentence. */
export function staffSentence({ agents, admins, suspended, invited }: Counts): string {
  const here = `${some(agents, "agent", "agents")} and ${some(admins, "admin", "admins")} work here.`;
  const open = invited === 0 ? "" : ` ${some(invited, "invitation is", "invitations are")} open.`;
  const out = suspended === 0 ? "" : ` ${suspended} suspended.`;
  return here + open + out;
}

export function sessionWords(count: number | null): string {
  if (count === null) return "their sessions end as soon as the session store answers";
  return `${some(count, "session", "sessions")} ended`;
}
