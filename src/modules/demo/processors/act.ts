import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { monotonicMs } from "@/platform/clock";
import { log } from "@/platform/log";
import { runningActivity } from "../queries/activity";
import { cast } from "../rules/cast";
import { type Act, replies, script } from "../rules/script";
import { signInAs, type Visitor } from "./visitor";

type Stage = { colleague: Visitor; jonas: Visitor; ticketId: string; leave: (() => void) | null };

const requestSchema = z.object({
  row: z.object({ id: z.uuid() }),
  messages: z.array(z.object({ author: z.object({ id: z.uuid() }) })),
});
const listSchema = z.object({ rows: z.array(z.object({ id: z.uuid() })) });

async function perform(act: Act, stage: Stage, number: number): Promise<void> {
  const { colleague, jonas, ticketId } = stage;
  switch (act.does) {
    case "look":
      stage.leave = colleague.lookAt(ticketId);
      return;
    case "leave":
      stage.leave?.();
      return;
    case "reply": {
      const { messages } = await jonas.query("requests.get", { number }, requestSchema);
      const said = messages.filter(({ author }) => author.id === jonas.id).length;
      const body = replies[said % replies.length];
      return jonas.mutate("tickets.reply", { ticketId, body });
    }
    case "take": {
      const unassigned = { filter: "status:open assignee:none", sort: "newest" };
      const [row] = (await colleague.query("tickets.list", unassigned, listSchema)).rows;
      if (row === undefined) return;
      const changes = { assigneeId: colleague.id };
      return colleague.mutate("tickets.update", { ticketId: row.id, changes });
    }
    case "ask":
      return jonas.mutate("tickets.create", { subject: act.subject, body: act.body });
  }
}

/** Acts the script out, until it ends, a click ends it, or somebody else comes in. */
export async function act({ runId, number }: { runId: string; number: number }): Promise<void> {
  const startedMs = monotonicMs();
  const [colleague, jonas] = await Promise.all([signInAs(cast.colleague), signInAs(cast.jonas)]);
  const { row } = await jonas.query("requests.get", { number }, requestSchema);
  const stage: Stage = { colleague, jonas, ticketId: row.id, leave: null };
  try {
    for (const next of script) {
      const leftMs = startedMs + next.atMs - monotonicMs();
      await wait(Math.max(0, leftMs), undefined, { ref: false });
      if ((await runningActivity()) !== runId) return;
      // A ticket that was closed meanwhile stops one act, not the play.
      await perform(next, stage, number).catch((err: unknown) =>
        log().debug({ err, does: next.does }, "an act of the demo did not happen"),
      );
    }
  } finally {
    stage.leave?.();
  }
}
