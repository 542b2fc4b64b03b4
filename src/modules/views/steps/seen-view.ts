import type { Actor } from "@/platform/auth/actor";
import { raw, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { visibleViews } from "../access";
import { standardViews } from "../rules/standard-views";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws AppError `view_not_found`, alike for absent and another's. */
export async function checkSeen(tx: Transaction, actor: Actor, viewId: string): Promise<void> {
  if (standardViews.some(({ id }) => id === viewId)) return;
  const seen = uuid.test(viewId)
    ? await tx.first(
        sql`select views.id from views where id = ${viewId} and ${visibleViews(actor)}`,
      )
    : undefined;
  if (seen === undefined) throw new AppError("view_not_found");
}

/** The ids of all views that somebody sees. */
export async function seenViews(tx: Transaction, actor: Actor): Promise<string[]> {
  const saved = await tx.rows<{ id: string }>(sql`
    select views.id from views where ${visibleViews(actor)}
    order by views.created_at limit ${raw(String(limits.viewsListedMax))}`);
  return [...standardViews, ...saved].map(({ id }) => id);
}
