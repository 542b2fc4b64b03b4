import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { viewsChanged } from "../events";
import type { Display } from "../rules/display";
import { changeViewSchema, createViewSchema, removeViewSchema } from "../schema";
import { checkView, toldOfCount, viewForUpdate } from "../steps/view-row";

const written = (display: Display | undefined): string | null =>
  display === undefined ? null : JSON.stringify(display);

/** Keeps a filter and its order under a name, for oneself, a team or everybody. */
export const createView = command(
  "views.create",
  createViewSchema,
  async (tx, { actor, now }, input) => {
    const teamName = await checkView(tx, actor, input);
    // The person's own row keeps two at once from passing the bound together.
    await tx.rows(sql`select id from users where id = ${actor.id} for no key update`);
    const owned = await tx.first<{ count: number }>(sql`
      select count(*)::int as count from views where owner_id = ${actor.id}`);
    if ((owned?.count ?? 0) >= limits.viewsPerPersonMax) throw new AppError("views_full");
    const viewId = newId(now.getTime());
    const { name, filter, sort, audience, teamId } = input;
    await tx.rows(sql`
      insert into views (id, owner_id, audience, team_id, team_name, name, filter, sort, display,
        created_at, updated_at)
      values (${viewId}, ${actor.id}, ${audience}, ${teamId}, ${teamName}, ${name}, ${filter},
        ${sort}, ${written(input.display)}::jsonb, ${now}, ${now})`);
    tx.append(viewsChanged.make({ ownerId: actor.id, audiences: [audience] }));
    return { viewId, version: 1, note: toldOfCount(filter) };
  },
);

/** Changes a view for all who see it. */
export const changeView = command(
  "views.change",
  changeViewSchema,
  async (tx, { actor, now }, input) => {
    const view = await viewForUpdate(tx, actor, input.viewId);
    if (view.version !== input.version)
      throw new AppError("view_changed", { detail: { viewId: view.id, version: view.version } });
    const { name, filter, sort, audience, teamId } = input;
    // Another's view may be shared no further than it was.
    const isShareSame = audience === view.audience && teamId === view.team_id;
    const checked = await checkView(
      tx,
      actor,
      isShareSame ? { filter, audience: "personal", teamId: null } : input,
    );
    const teamName = isShareSame ? view.team_name : checked;
    await tx.rows(sql`
      update views set name = ${name}, filter = ${filter}, sort = ${sort}, audience = ${audience},
        team_id = ${teamId}, team_name = ${teamName}, version = version + 1, updated_at = ${now},
        display = coalesce(${written(input.display)}::jsonb, display)
      where id = ${view.id}`);
    // What is kept for all is nobody's own any more.
    if (input.display !== undefined)
      await tx.rows(sql`
        update view_displays set displays = displays - ${view.id}::text, updated_at = ${now}
        where user_id = ${actor.id}`);
    tx.append(viewsChanged.make({ ownerId: view.owner_id, audiences: [view.audience, audience] }));
    return { viewId: view.id, version: view.version + 1, note: toldOfCount(filter) };
  },
);

/** Deletes a view for all who see it; keys that opened it open nothing. */
export const removeView = command(
  "views.remove",
  removeViewSchema,
  async (tx, { actor }, input) => {
    const view = await viewForUpdate(tx, actor, input.viewId);
    await tx.rows(sql`delete from views where id = ${view.id}`);
    tx.append(viewsChanged.make({ ownerId: view.owner_id, audiences: [view.audience] }));
    return { viewId: view.id };
  },
);
