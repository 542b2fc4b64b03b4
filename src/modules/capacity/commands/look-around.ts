import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { bulk, db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { abroadSchema, incidentOpened, incidentResolved, incidentWorsened } from "../events";
import { conditionsNow } from "../queries/conditions";
import { figuresOf } from "../queries/figures";
import { patienceOf } from "../rules/figures/patience";
import type { Abroad, Condition } from "../rules/incidents/condition";
import { type Act, look, type OpenLevel, type Watch } from "../rules/incidents/watch";

const conditionSchema = z.object({
  subject: z.string(),
  level: z.enum(["fine", "warning", "critical", "unknown"]),
  title: z.string(),
  says: z.string(),
  action: z.string(),
  path: z.string(),
  abroad: abroadSchema.nullable(),
});
const schema = z.object({
  commandId: commandIdSchema,
  conditions: z.array(conditionSchema),
  /** The beginnings of subjects of which nothing could be seen. */
  unseen: z.array(z.string()),
  /** When it was looked before. */
  sinceMs: z.number(),
  /** After how many looks in a row an incident opens and ends. */
  patience: z.object({ raiseAfterLooks: z.int(), endAfterLooks: z.int() }),
});

type Open = {
  id: string;
  subject: string;
  level: OpenLevel;
  title: string;
  says: string;
  action: string;
  path: string;
  abroad: Abroad | null;
  opened_at: Date;
};
type Entry = { incidentId: string; kind: string; says: string };

const tellOf = (incident: Omit<Open, "path">) => ({
  incidentId: incident.id,
  subject: incident.subject,
  level: incident.level,
  title: incident.title,
  says: incident.says,
  action: incident.action,
  openedAt: incident.opened_at.toISOString(),
  abroad: incident.abroad,
});

async function open(tx: CommandTx, condition: Condition, level: OpenLevel, at: Date) {
  const { subject, title, says, action, path, abroad } = condition;
  const words = { title, says, action, abroad };
  const incident = { id: newId(at.getTime()), ...{ subject, level, path }, ...words };
  await tx.rows(sql`
    insert into incidents (id, subject, level, title, says, action, path, abroad, opened_at)
    values (${incident.id}, ${subject}, ${level}, ${title}, ${says}, ${action}, ${path},
      ${JSON.stringify(abroad)}, ${at})`);
  tx.append(incidentOpened.make(tellOf({ ...incident, opened_at: at })));
  return { incidentId: incident.id, kind: "opened", says };
}

async function carryOn(tx: CommandTx, known: Open, seen: Condition, act: Act, at: Date) {
  if (act.kind === "lose sight")
    return {
      incidentId: known.id,
      kind: "unknown",
      says: "It cannot be seen any more how this is.",
    };
  if (act.kind === "resolve") {
    await tx.rows(sql`
      update incidents set resolved_at = ${at}, version = version + 1 where id = ${known.id}`);
    tx.append(incidentResolved.make(tellOf({ ...known, says: seen.says })));
    return { incidentId: known.id, kind: "resolved", says: seen.says };
  }
  const { title, says, abroad } = seen;
  const now = { ...known, ...{ level: act.level, title, says, abroad } };
  await tx.rows(sql`
    update incidents set level = ${now.level}, title = ${now.title}, says = ${now.says},
      abroad = ${JSON.stringify(abroad)}, version = version + 1
    where id = ${known.id}`);
  tx.append(incidentWorsened.make(tellOf(now)));
  return { incidentId: known.id, kind: "worsened", says: seen.says };
}

/** What scaling did since the last look stands in the line of what it was done about. */
async function scalingEntries(tx: CommandTx, opened: readonly Open[], since: Date) {
  const about = { web: ["cpu", "responseMsP95", "memory"], queue: ["queueDepth"] } as const;
  const steps = await tx.rows<{ subject: string; reason: string }>(sql`
    select subject, reason from scaling_decisions
    where kind = 'step' and at > ${since} order by at limit 20`);
  return steps.flatMap(({ subject, reason }): Entry[] => {
    const names = subject === "web" ? about.web : about.queue;
    return opened
      .filter((incident) => names.some((name) => incident.subject === `indicator:${name}`))
      .map(({ id }) => ({ incidentId: id, kind: "scaling", says: `${subject}: ${reason}` }));
  });
}

async function writeEntries(tx: CommandTx, entries: readonly Entry[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ incidentId, kind, says }) => [
    newId(at.getTime()),
    incidentId,
    kind,
    says.slice(0, limits.incidentEntryCharsMax),
    at,
  ]);
  await tx.rows(sql`
    insert into incident_entries (id, incident_id, kind, says, at) values ${bulk(rows)}`);
}

type StoredWatch = Omit<Watch, "atMs"> & { subject: string; at: Date };

async function keepWatch(tx: CommandTx, subject: string, watch: Watch, isKept: boolean) {
  if (!isKept)
    return void (await tx.rows(sql`delete from incident_watches where subject = ${subject}`));
  const at = new Date(watch.atMs);
  await tx.rows(sql`
    insert into incident_watches (subject, bad, critical, good, unknown, at)
    values (${subject}, ${watch.bad}, ${watch.critical}, ${watch.good}, ${watch.unknown}, ${at})
    on conflict (subject) do update set bad = excluded.bad, critical = excluded.critical,
      good = excluded.good, unknown = excluded.unknown, at = excluded.at`);
}

/** One look at everything: raises what has been wrong for a while, ends what has been right. */
const judge = command("capacity.judge", schema, async (tx, { now: at }, asked) => {
  const { conditions, unseen, sinceMs, patience } = asked;
  await tx.rows(sql`select at from incident_looks for update`);
  const opened = await tx.rows<Open>(sql`
    select id, subject, level, title, says, action, path, abroad, opened_at from incidents
    where resolved_at is null order by id limit 500 for update`);
  const watches = await tx.rows<StoredWatch>(sql`
    select subject, bad, critical, good, unknown, at from incident_watches limit 1000`);
  const openBy = new Map(opened.map((incident) => [incident.subject, incident]));
  const watchBy = new Map(
    watches.map(({ at: seenAt, ...watch }) => [
      watch.subject,
      { ...watch, atMs: seenAt.getTime() },
    ]),
  );
  const told = new Set(conditions.map(({ subject }) => subject));
  const isUnseen = (subject: string) => unseen.some((start) => subject.startsWith(start));
  // What is not there any more (a webhook that was deleted) is not wrong any more.
  const gone = [...openBy.values()]
    .filter(({ subject }) => !told.has(subject))
    .map(
      (incident): Condition => ({
        ...incident,
        level: isUnseen(incident.subject) ? "unknown" : "fine",
      }),
    );
  const entries: Entry[] = await scalingEntries(tx, opened, new Date(sinceMs));
  for (const condition of [...conditions, ...gone]) {
    const { subject, level } = condition;
    const known = openBy.get(subject) ?? null;
    const before = watchBy.get(subject) ?? null;
    if (level === "fine" && known === null && before === null) continue;
    const { watch, act } = look(before, known?.level ?? null, level, at.getTime(), patience);
    if (act?.kind === "open") entries.push(await open(tx, condition, act.level, at));
    else if (act !== null && known !== null)
      entries.push(await carryOn(tx, known, condition, act, at));
    const lasts = act?.kind === "open" || (known !== null && act?.kind !== "resolve");
    await keepWatch(tx, subject, watch, lasts || watch.bad > 0);
  }
  await writeEntries(tx, entries, at);
  await tx.rows(sql`update incident_looks set at = ${at}`);
  return { entries: entries.length };
});

/**
 * Looks whether anything is wrong, every half minute: whichever worker is first. A worker whose
 * clock runs ahead keeps nobody else from looking.
 */
export async function lookAround(): Promise<void> {
  const at = now();
  const [due] = await db.write.rows<{ at: Date }>(sql`
    with before as (
      select at from incident_looks
      where at <= ${new Date(at.getTime() - limits.incidentLookMs)}
        or at > ${new Date(at.getTime() + limits.clockAheadMsMax)}
      for update skip locked
    )
    update incident_looks set at = ${at} from before returning before.at`);
  if (due === undefined) return;
  const patience = patienceOf(await figuresOf("incidents"));
  const { conditions, unseen } = await conditionsNow(at.getTime());
  // After a long pause nobody wants to read what was decided in it.
  const sinceMs = Math.max(due.at.getTime(), at.getTime() - 2 * limits.incidentLookMs);
  await judge.execute(
    systemActor,
    { commandId: newId(), conditions, unseen, sinceMs, patience },
    at,
  );
}
