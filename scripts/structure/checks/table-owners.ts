import { Visitor } from "oxc-parser";
import { type Check, counted, type Finding } from "../check";
import { modulesBelow } from "../house";
import { tablesUsed } from "../sql";
import { chainOf, nameOf } from "../syntax";
import { type Owner, tablesOf } from "../tables";
import type { SourceFile } from "../tree";

type Use = { readonly owned: Owner; readonly writes: boolean; readonly start: number };

/** SQL may read tables of its own module and of those below, and write its own alone. */
export const tableOwners: Check = {
  name: "table owners",
  look: (tree) => {
    const { owners, orphans } = tablesOf(tree);
    const findings: Finding[] = orphans.map((path) => ({
      path,
      line: 1,
      says: "holds tables of nobody: their model stands in prisma/schema/<module>.prisma, or in platform.prisma",
    }));
    const sources = tree.sources.filter((source) => reader(source) !== undefined && !source.isTest);
    if (owners.length === 0 && sources.length > 0) {
      const says =
        "names no table, so no statement can be judged: the models stand in prisma/schema/<module>.prisma";
      findings.push({ path: "prisma/schema", line: 1, says });
    }
    let statements = 0;
    for (const source of sources) {
      const uses = usesOf(source, owners);
      statements += uses.length;
      findings.push(...judge(source, uses));
    }
    return {
      looked: `${counted(owners.length, "table")}, ${counted(statements, "use")}`,
      findings,
    };
  },
};

function reader(source: SourceFile): string | undefined {
  const [, platform, module] = /^src\/(?:(platform)|modules\/([^/]+))\//.exec(source.path) ?? [];
  return platform ?? module;
}

function judge(source: SourceFile, uses: readonly Use[]): readonly Finding[] {
  const who = reader(source) ?? "";
  const below = who === "platform" ? [] : [...modulesBelow(who), "platform"];
  const seen = new Set<string>();
  return uses.flatMap(({ owned: { table, owner }, writes, start }) => {
    if (owner === who) return [];
    const known = below.includes(owner);
    if (known && !writes) return [];
    const line = source.lineOf(start);
    const key = `${line} ${table} ${writes}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const wrong = writes
      ? `writes ${table}, a table of ${owner}`
      : `reads ${table}, a table of ${owner}, which ${who} may not know`;
    const instead = known
      ? `call the step that takes tx first in the door of ${owner}`
      : `let ${owner} act on an event of ${who}, or keep what is needed in a table of ${who}`;
    return [{ path: source.path, line, says: `${wrong}: ${instead}` }];
  });
}

const prismaReads = [
  "findMany",
  "findFirst",
  "findUnique",
  "findFirstOrThrow",
  "findUniqueOrThrow",
  "count",
  "aggregate",
  "groupBy",
];
const prismaWrites = [
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "upsert",
  "delete",
  "deleteMany",
];

function usesOf(source: SourceFile, owners: readonly Owner[]): readonly Use[] {
  const byTable = new Map(owners.map((owner) => [owner.table, owner]));
  const byDelegate = new Map(owners.map((owner) => [owner.delegate, owner]));
  const uses: Use[] = [];
  const readSql = (text: string, start: number) => {
    for (const use of tablesUsed(text)) {
      const owned = byTable.get(use.table) ?? byTable.get(use.table.replace(/_\d{4}_\d{2}$/, ""));
      if (owned !== undefined) uses.push({ owned, writes: use.writes, start: start + use.offset });
    }
  };
  new Visitor({
    TaggedTemplateExpression: (node) => {
      if (!/(^|\.)sql$/i.test(nameOf(node.tag))) return;
      readSql(statementText(source, node.quasi.quasis), node.quasi.start);
    },
    CallExpression: (node) => {
      const chain = chainOf(node.callee) ?? [];
      const [delegate = "", method = ""] = chain.slice(-2);
      const text = node.arguments[0];
      if (
        /^(query|raw|\$queryRawUnsafe|\$executeRawUnsafe)$/.test(method || delegate) &&
        text?.type === "Literal" &&
        typeof text.value === "string"
      ) {
        readSql(text.value, text.start + 1);
      }
      const owned = chain.length >= 3 ? byDelegate.get(delegate) : undefined;
      const isWrite = prismaWrites.includes(method);
      if (owned !== undefined && (isWrite || prismaReads.includes(method))) {
        uses.push({ owned, writes: isWrite, start: node.start });
      }
    },
  }).visit(source.program);
  return uses;
}

/** The statement with blanks where values are bound, so that offsets stay those of the file. */
function statementText(
  source: SourceFile,
  quasis: readonly { start: number; end: number }[],
): string {
  const begin = quasis[0]?.start ?? 0;
  return quasis.reduce((text, { start, end }) => {
    const words = source.text.slice(start, end);
    // The parser counts the back ticks and braces around a piece as part of it.
    const bare = words
      .replace(/^[`}]/, " ")
      .replace(/\$\{$|`$/, (marks) => " ".repeat(marks.length));
    return text.padEnd(start - begin, " ") + bare;
  }, "");
}
