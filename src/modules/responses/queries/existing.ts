import { fieldDefinitions } from "@/modules/fields";
import { mayBecome, statusWords, type TicketStatus } from "@/modules/tickets";
import { sql, type Transaction } from "@/platform/database";
import type { Existing } from "../rules/missing";
import type { MacroActions } from "../types";

type Named = { kind: "person" | "team" | "tag"; id: string; name: string };

const idsOf = (...ids: (string | null | undefined)[]) =>
  ids.filter((id) => typeof id === "string" && id !== "me");

/** What there is by now of all that a macro names: two statements, whatever it names. */
export async function existingFor(
  on: Pick<Transaction, "rows">,
  actions: MacroActions,
  status: TicketStatus,
): Promise<Existing> {
  const definitions = await fieldDefinitions(on);
  const found = await on.rows<Named>(sql`
    select 'person' as kind, id::text, name from users
    where id = any(${idsOf(actions.assigneeId)}::uuid[]) and role <> 'customer'
      and suspended_at is null
    union all
    select 'team', id::text, name from teams
    where id = any(${idsOf(actions.teamId)}::uuid[]) and archived_at is null
    union all
    select 'tag', name, name from tags
    where name = any(${[...(actions.addTags ?? [])]}) and leaving_since is null`);
  const of = (kind: Named["kind"]) =>
    new Map(found.filter((one) => one.kind === kind).map(({ id, name }) => [id, name]));
  return {
    status,
    mayBecome,
    statusWords,
    definitions,
    tags: new Set(of("tag").keys()),
    people: of("person"),
    teams: of("team"),
  };
}
