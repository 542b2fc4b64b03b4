import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { teamArchived, teamsChanged } from "../events";
import { roleMay } from "../rules/permissions";
import { teamNameSchema } from "../schema";

type Team = { id: string; name: string };

function mustConfigure(role: Parameters<typeof roleMay>[0]): void {
  if (!roleMay(role, "workspace.configure")) throw new AppError("forbidden");
}

async function teamForUpdate(tx: CommandTx, teamId: string): Promise<Team> {
  const team = await tx.first<Team>(sql`
    select id, name from teams where id = ${teamId} and archived_at is null for update`);
  if (team === undefined) throw new AppError("team_not_found");
  return team;
}

/** @throws AppError `name_taken`; an archived team keeps its name until somebody needs it. */
async function freeName(tx: CommandTx, name: string, ofId: string): Promise<void> {
  // Two who take one name at the same moment come one after the other.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('teams.name'))`);
  const taken = await tx.first<{ id: string; archived: boolean }>(sql`
    select id, archived_at is not null as archived from teams
    where lower(name) = lower(${name}) and id <> ${ofId} for update`);
  if (taken === undefined) return;
  if (!taken.archived) throw new AppError("name_taken", { detail: { name } });
  await tx.rows(sql`
    update teams set name = left(name, ${limits.nameCharsMax - 40}) || ' ' || id
    where id = ${taken.id}`);
}

const createSchema = z.object({ commandId: commandIdSchema, name: teamNameSchema });

export const createTeam = command(
  "identity.createTeam",
  createSchema,
  async (tx, { actor, now }, { name }) => {
    mustConfigure(actor.role);
    const known = await tx.first<{ count: number }>(sql`
      select count(*)::int as count from teams where archived_at is null`);
    if ((known?.count ?? 0) >= limits.teamsMax)
      throw new AppError("limit_reached", { detail: { limit: limits.teamsMax } });
    const id = newId(now.getTime());
    await freeName(tx, name, id);
    await tx.rows(sql`insert into teams (id, name, created_at) values (${id}, ${name}, ${now})`);
    tx.append(teamsChanged.make({ teamId: id }));
    return { id };
  },
);

const renameSchema = createSchema.extend({ teamId: z.uuid() });

export const renameTeam = command(
  "identity.renameTeam",
  renameSchema,
  async (tx, { actor }, { teamId, name }) => {
    mustConfigure(actor.role);
    await teamForUpdate(tx, teamId);
    await freeName(tx, name, teamId);
    await tx.rows(sql`update teams set name = ${name} where id = ${teamId}`);
    tx.append(teamsChanged.make({ teamId }));
    return { teamId };
  },
);

const membersSchema = z.object({
  commandId: commandIdSchema,
  teamId: z.uuid(),
  add: z.array(z.uuid()).max(limits.teamMembersMax).default([]),
  remove: z.array(z.uuid()).max(limits.teamMembersMax).default([]),
});

/** Puts people into a team and takes them out of it, beside what others do meanwhile. */
export const changeMembers = command(
  "identity.changeMembers",
  membersSchema,
  async (tx, { actor }, { teamId, add, remove }) => {
    mustConfigure(actor.role);
    await teamForUpdate(tx, teamId);
    await tx.rows(sql`
      delete from team_members where team_id = ${teamId} and user_id = any(${remove})`);
    const staff = await tx.rows<{ id: string }>(sql`
      select id from users where id = any(${add}) and role <> 'customer' order by id for key share`);
    if (staff.length < new Set(add).size) throw new AppError("person_not_found");
    await tx.rows(sql`
      insert into team_members (team_id, user_id)
      select ${teamId}, id from unnest(${add}::uuid[]) as wanted (id) on conflict do nothing`);
    tx.append(teamsChanged.make({ teamId }));
    return { teamId };
  },
);

const archiveSchema = z.object({ commandId: commandIdSchema, teamId: z.uuid() });

/** Puts a team away: nothing new goes to it, and what it holds goes back to no team. */
export const archiveTeam = command(
  "identity.archiveTeam",
  archiveSchema,
  async (tx, { actor, now }, { teamId }) => {
    mustConfigure(actor.role);
    const { name } = await teamForUpdate(tx, teamId);
    await tx.rows(sql`update teams set archived_at = ${now} where id = ${teamId}`);
    tx.append(
      teamsChanged.make({ teamId }),
      teamArchived.make({ teamId, name, sinceMs: now.getTime() }),
    );
    return { teamId };
  },
);
