import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { viewsChanged } from "../events";
import { withDisplay } from "../rules/display";
import { displaysIn, displayViewSchema } from "../schema";
import { checkSeen, seenViews } from "../steps/seen-view";

/** Shows a view in one's own way, or with null as it is saved. Others see it as before. */
export const displayView = command(
  "views.display",
  displayViewSchema,
  async (tx, { actor, now }, { viewId, display }) => {
    // The person's own row keeps two at once from writing over each other.
    await tx.rows(sql`select id from users where id = ${actor.id} for no key update`);
    await checkSeen(tx, actor, viewId);
    const held = await tx.first<{ displays: unknown }>(sql`
      select displays from view_displays where user_id = ${actor.id}`);
    const known = await seenViews(tx, actor);
    const displays = withDisplay(displaysIn(held?.displays), viewId, display, known);
    await tx.rows(sql`
      insert into view_displays (user_id, displays, updated_at)
      values (${actor.id}, ${JSON.stringify(displays)}::jsonb, ${now})
      on conflict (user_id) do update
        set displays = excluded.displays, updated_at = excluded.updated_at`);
    tx.append(viewsChanged.make({ ownerId: actor.id, audiences: ["personal"] }));
    return { viewId };
  },
);
