import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { usable } from "../access";
import type { MacroView } from "../types";
import { macroColumns, type StoredMacro, toMacro } from "./row";

const teamsJoin = sql`left join teams on teams.id = macros.team_id`;

export type MacroList = { macros: MacroView[]; asOf: number };

/** The macros that somebody may apply, by name; never so many that a menu could not hold them. */
export async function macroList(actor: Actor): Promise<MacroList> {
  const [position] = await db.read.rows<{ last: number }>(sql`select last from event_positions`);
  const rows = await db.read.rows<StoredMacro>(sql`
    select ${macroColumns} from macros ${teamsJoin} where ${usable(actor, "macros")}
    order by macros.name, macros.id limit ${raw(String(limits.macrosMax))}`);
  return { macros: rows.map(toMacro), asOf: position?.last ?? 0 };
}

/** @throws AppError `not_found`, alike for absent and somebody else's. */
export async function macroById(
  actor: Actor,
  id: string,
  on: Pick<Transaction, "rows"> = db.read,
): Promise<MacroView> {
  const [row] = await on.rows<StoredMacro>(sql`
    select ${macroColumns} from macros ${teamsJoin}
    where macros.id = ${id} and ${usable(actor, "macros")}`);
  if (row === undefined) throw new AppError("not_found");
  return toMacro(row);
}
