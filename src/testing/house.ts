import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

/** Letters of their own, so that no two are called alike. */
const fresh = () => newId().replaceAll("-", "").slice(-12);

/** What admins keep, made as rows: only what a test is about is named. */
export async function aField(
  given: {
    key?: string;
    type?: string;
    visible?: boolean;
    required?: boolean;
    options?: { value: string; name: string }[];
  } = {},
): Promise<{ id: string; key: string }> {
  const id = newId();
  const key = given.key ?? `f${fresh()}`;
  await db.write.rows(sql`
    insert into custom_fields (id, key, name, type, options, visible_to_customer, required, place,
      created_at)
    values (${id}, ${key}, ${`Field ${key}`}, ${given.type ?? "text"},
      ${JSON.stringify(given.options ?? [])}, ${given.visible ?? false}, ${given.required ?? false},
      1, now())`);
  return { id, key };
}

export async function aTag(name = `t${fresh()}`): Promise<string> {
  await db.write.rows(sql`
    insert into tags (name, created_at) values (${name}, now()) on conflict do nothing`);
  return name;
}

export async function aTeam(name = `Team ${fresh()}`): Promise<string> {
  const id = newId();
  await db.write.rows(sql`insert into teams (id, name) values (${id}, ${name})`);
  return id;
}

export async function aResponse(
  given: { body?: string; ownerId?: string; teamId?: string } = {},
): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into canned_responses (id, name, body, owner_id, team_id, created_at, updated_at)
    values (${id}, ${`Response ${fresh()}`}, ${given.body ?? "Hello {{requester.firstName}}."},
      ${given.ownerId ?? null}, ${given.teamId ?? null}, now(), now())`);
  return id;
}

export async function aMacro(
  given: {
    name?: string;
    actions?: Record<string, unknown>;
    message?: { kind: string; body: string };
    ownerId?: string;
    teamId?: string;
  } = {},
): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into macros (id, name, actions, message_kind, body, owner_id, team_id, created_at,
      updated_at)
    values (${id}, ${given.name ?? `Macro ${fresh()}`},
      ${JSON.stringify(given.actions ?? { priority: "high" })}, ${given.message?.kind ?? null},
      ${given.message?.body ?? ""}, ${given.ownerId ?? null}, ${given.teamId ?? null}, now(),
      now())`);
  return id;
}

export async function aTopic(given: {
  fieldKeys?: readonly string[];
  teamId?: string | null;
  priority?: string;
  tags?: readonly string[];
}): Promise<string> {
  const { fieldKeys = [], teamId = null, priority = "medium", tags = [] } = given;
  const id = newId();
  await db.write.rows(sql`
    insert into topics (id, names, field_keys, team_id, priority, tags, place, created_at, updated_at)
    values (${id}, '{"en": "Repair", "de": "Reparatur"}', ${fieldKeys}, ${teamId}, ${priority},
      ${tags}, 1, now(), now())`);
  return id;
}
