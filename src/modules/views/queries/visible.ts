import { ticketSorts } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { visibleViews } from "../access";
import { shownDisplay } from "../rules/display";
import { mayEditView } from "../rules/may-edit";
import { firstPins, withPins } from "../rules/pins";
import { standardViews } from "../rules/standard-views";
import { type Audience, goneTeamWords, type View } from "../rules/view";
import { displayIn, displaysIn } from "../schema";

type Row = {
  as_of: number;
  pins: string[] | null;
  displays: unknown;
  id: string;
  owner_id: string;
  owner_name: string;
  audience: Audience;
  team_id: string | null;
  team: string | null;
  team_name: string | null;
  team_archived: boolean | null;
  name: string;
  filter: string;
  sort: string;
  display: unknown;
  version: number;
};

export type ViewList = { views: View[]; asOf: number };

/** All views of somebody, those with keys first; one statement. */
export async function viewList(actor: Actor): Promise<ViewList> {
  const rows = await db.read.rows<
    Row | (Pick<Row, "as_of" | "pins" | "displays"> & { id: null })
  >(sql`
    with visible as (
      select views.* from views where ${visibleViews(actor)}
      order by views.created_at limit ${raw(String(limits.viewsListedMax))}
    )
    select event_positions.last as as_of, view_pins.pins, view_displays.displays, visible.*, teams.name as team,
      teams.archived_at is not null as team_archived,
      owners.name as owner_name
    from event_positions
      left join view_pins on view_pins.user_id = ${actor.id}
      left join view_displays on view_displays.user_id = ${actor.id}
      left join visible on true
      left join teams on teams.id = visible.team_id
      left join users owners on owners.id = visible.owner_id
    order by visible.name, visible.id`);
  const saved = rows.filter((row) => row.id !== null).map((row) => viewOf(actor, row));
  const pins = rows[0]?.pins ?? firstPins(standardViews);
  const own = displaysIn(rows[0]?.displays);
  const shown = [...standardViews, ...saved].map((view) => ({
    ...view,
    ...shownDisplay(view.id, view.display, own),
  }));
  return { views: withPins(shown, pins), asOf: rows[0]?.as_of ?? 0 };
}

function viewOf(actor: Actor, row: Row): View {
  const isGone = row.audience === "team" && (row.team_id === null || row.team_archived === true);
  const whom = row.audience === "everyone" ? "Everyone" : row.team;
  const by = row.owner_id === actor.id ? "you" : row.owner_name;
  return {
    id: row.id,
    name: row.name,
    filter: row.filter,
    sort: ticketSorts.find((sort) => sort === row.sort) ?? "updated",
    pin: null,
    audience: isGone ? "personal" : row.audience,
    teamId: isGone ? null : row.team_id,
    sharedWith: row.audience === "personal" || isGone || whom === null ? null : `${whom}, by ${by}`,
    mayEdit: mayEditView(actor, { ownerId: row.owner_id, audience: row.audience }),
    display: displayIn(row.display),
    ownDisplay: false,
    version: row.version,
    note: isGone ? goneTeamWords(row.team ?? row.team_name ?? "") : null,
  };
}
