import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { durationMsEdges } from "@/platform/telemetry";
import { asFounded, type FigureSet } from "../rules/figures/set";
import { type FigureName, figureNames } from "../rules/settings/fields";

export type FigureVersion = {
  version: number;
  /** What differs from the founding values; null where somebody went back to all of them. */
  set: FigureSet | null;
  reason: string;
  by: string;
  at: string;
};
export type FigureTable = {
  figure: FigureName;
  /** What differs from the founding values now. */
  set: FigureSet;
  version: number;
  versions: FigureVersion[];
};

const storedSchema = z.nullable(z.record(z.string(), z.number()));

/** What admins set in one table, as it counts now, and which version of it that is. */
export async function figuresInForce(
  figure: FigureName,
): Promise<{ version: number; set: FigureSet }> {
  const [row] = await db.read.rows<{ version: number; value: unknown }>(sql`
    select version, value from capacity_figures where figure = ${figure}
    order by version desc limit 1`);
  return {
    version: row?.version ?? 0,
    set: storedSchema.parse(row?.value ?? null) ?? asFounded,
  };
}

export const figuresOf = async (figure: FigureName): Promise<FigureSet> =>
  (await figuresInForce(figure)).set;

type Row = { version: number; value: unknown; reason: string; name: string; at: Date };

async function tableOf(figure: FigureName): Promise<FigureTable> {
  const rows = await db.read.rows<Row>(sql`
    select capacity_figures.version, capacity_figures.value, capacity_figures.reason, users.name,
      capacity_figures.at
    from capacity_figures join users on users.id = capacity_figures.actor_id
    where capacity_figures.figure = ${figure}
    order by capacity_figures.version desc limit ${raw(String(limits.figureVersionsShownMax))}`);
  const versions = rows.map(({ version, value, reason, name, at }) => ({
    version,
    set: storedSchema.parse(value),
    reason,
    by: name,
    at: at.toISOString(),
  }));
  const [newest] = versions;
  return { figure, set: newest?.set ?? asFounded, version: newest?.version ?? 0, versions };
}

/** Every table that may be set, how it came to that, and the times up to which answers are counted. */
export async function figures(): Promise<{ edgesMs: readonly number[]; tables: FigureTable[] }> {
  return { edgesMs: durationMsEdges, tables: await Promise.all(figureNames.map(tableOf)) };
}
