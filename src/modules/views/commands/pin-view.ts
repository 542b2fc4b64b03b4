import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { viewsChanged } from "../events";
import { firstPins, pinned } from "../rules/pins";
import { standardViews } from "../rules/standard-views";
import { pinViewSchema } from "../schema";
import { checkSeen } from "../steps/seen-view";

/** Gives a view one of one's nine keys, or takes its key away. Others keep theirs. */
export const pinView = command("views.pin", pinViewSchema, async (tx, { actor, now }, input) => {
  const { viewId, place } = input;
  await tx.rows(sql`select id from users where id = ${actor.id} for no key update`);
  await checkSeen(tx, actor, viewId);
  const held = await tx.first<{ pins: string[] }>(sql`
    select pins from view_pins where user_id = ${actor.id}`);
  const pins = pinned(held?.pins ?? firstPins(standardViews), viewId, place);
  await tx.rows(sql`
    insert into view_pins (user_id, pins, updated_at) values (${actor.id}, ${pins}, ${now})
    on conflict (user_id) do update set pins = excluded.pins, updated_at = excluded.updated_at`);
  tx.append(viewsChanged.make({ ownerId: actor.id, audiences: ["personal"] }));
  return { viewId, place };
});
