import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { visibleViews } from "../access";
import { viewsChanged } from "../events";
import { firstPins, pinned } from "../rules/pins";
import { standardViews } from "../rules/standard-views";
import { pinViewSchema } from "../schema";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Gives a view one of one's nine keys, or takes its key away. Others keep theirs. */
export const pinView = command("views.pin", pinViewSchema, async (tx, { actor, now }, input) => {
  const { viewId, place } = input;
  await tx.rows(sql`select id from users where id = ${actor.id} for no key update`);
  const isStandard = standardViews.some(({ id }) => id === viewId);
  const seen = uuid.test(viewId)
    ? await tx.first(
        sql`select views.id from views where id = ${viewId} and ${visibleViews(actor)}`,
      )
    : undefined;
  if (!isStandard && seen === undefined) throw new AppError("view_not_found");
  const held = await tx.first<{ pins: string[] }>(sql`
    select pins from view_pins where user_id = ${actor.id}`);
  const pins = pinned(held?.pins ?? firstPins(standardViews), viewId, place);
  await tx.rows(sql`
    insert into view_pins (user_id, pins, updated_at) values (${actor.id}, ${pins}, ${now})
    on conflict (user_id) do update set pins = excluded.pins, updated_at = excluded.updated_at`);
  tx.append(viewsChanged.make({ ownerId: actor.id, audiences: ["personal"] }));
  return { viewId, place };
});
