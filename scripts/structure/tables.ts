import { moduleNames } from "./house";
import type { Tree } from "./tree";

export type Owner = {
  readonly owner: string;
  readonly table: string;
  /** Prisma's name for its methods: `ticketMessage`. */
  readonly delegate: string;
};

/** Owners beside the modules: their file in prisma/schema has their name. */
const owners: readonly string[] = ["platform", ...moduleNames];

export type Tables = { readonly owners: readonly Owner[]; readonly orphans: readonly string[] };

/**
 * Each table belongs to the module after which its file in prisma/schema is named. Orphans are files
 * that are named after nobody, and migrations that make a table of which the schema does not know.
 */
export function tablesOf(tree: Tree): Tables {
  const orphans: string[] = [];
  const owned = tree.paths.flatMap((path) => {
    const owner = /^prisma\/schema\/([a-z-]+)\.prisma$/.exec(path)?.[1];
    if (owner === undefined) return [];
    const models = modelsIn(tree.read(path));
    if (!owners.includes(owner) && models.length > 0) orphans.push(path);
    return models.map(({ model, table }) => ({
      owner,
      table,
      delegate: model.charAt(0).toLowerCase() + model.slice(1),
    }));
  });
  const known = new Set(owned.map(({ table }) => table));
  for (const path of tree.paths.filter((each) => /^prisma\/migrations\/.*\.sql$/.test(each))) {
    for (const table of tablesMade(tree.read(path))) {
      if (!known.has(table)) orphans.push(`${path} (${table})`);
    }
  }
  return { owners: owned, orphans };
}

/** What `create table` makes, partitions of another table left out. */
function tablesMade(sql: string): string[] {
  const made =
    /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?\s+(?!partition\s+of)/gim;
  return [...sql.matchAll(made)].map((match) => match[1] ?? "");
}

function modelsIn(schema: string): { model: string; table: string }[] {
  return [...schema.matchAll(/^model\s+(\w+)\s*\{([\s\S]*?)^\}/gm)].map(
    ([, model = "", body = ""]) => ({
      model,
      table: /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? model,
    }),
  );
}
