import type pg from "pg";
import * as z from "zod";
import type { ObservedStatement } from "@/platform/database";

type Node = { type: string; relation: string | undefined; rows: number; children: Node[] };
/** A scan with the statement that made it, for whoever has to mend it. */
export type Scan = Node & { text: string };
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z
    .object({
      "Node Type": z.string(),
      "Relation Name": z.string().optional(),
      "Actual Rows": z.number(),
      "Actual Loops": z.number(),
      "Rows Removed by Filter": z.number().default(0),
      Plans: z.array(nodeSchema).default([]),
    })
    .transform((node) => ({
      type: node["Node Type"],
      relation: node["Relation Name"],
      rows: (node["Actual Rows"] + node["Rows Removed by Filter"]) * node["Actual Loops"],
      children: node.Plans,
    })),
);
const planSchema = z.array(z.object({ Plan: nodeSchema }));
const everyNode = (node: Node): Node[] => [node, ...node.children.flatMap(everyNode)];

/** What each scan of a statement really read, thrown away rows too. */
export async function scansOf(
  database: Pick<pg.Client, "query">,
  { text, values }: ObservedStatement,
): Promise<Scan[]> {
  const { rows } = await database.query<{ "QUERY PLAN": unknown }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const [plan] = planSchema.parse(rows[0]?.["QUERY PLAN"]);
  return plan === undefined
    ? []
    : everyNode(plan.Plan)
        .filter((node) => node.type.includes("Scan"))
        .map((node) => ({ ...node, text }));
}
