import type { Actor, Role } from "@/platform/auth/actor";
import { actorOf } from "@/platform/auth/stored-session";
import { db, sql } from "@/platform/database";

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  organization_id: string | null;
};

/** A person as who asks, without a session: for jobs that act for somebody. null when there is none. */
export async function actorById(userId: string): Promise<Actor | null> {
  const [row] = await db.write.rows<Row>(sql`
    select id, name, email::text as email, role, organization_id from users where id = ${userId}`);
  return row === undefined ? null : actorOf({ ...row, organizationId: row.organization_id });
}
