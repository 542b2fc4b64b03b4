import { db, sql } from "@/platform/database";
import { type Language, readLanguage } from "@/platform/i18n/client";
import { accentOf } from "../rules/accent";
import type { Trouble } from "../rules/trouble";
import type { WorkspaceLook, WorkspaceSettings } from "../types";

type Row = {
  name: string;
  accent: string | null;
  languages: string[];
  colleagues_share: boolean;
  trouble: Trouble;
  logo_mark: string | null;
  version: number;
};

const languagesOf = (row: Row): Language[] =>
  row.languages.flatMap((language) => readLanguage(language) ?? []);
const logoOf = (row: Row) => (row.logo_mark === null ? null : `/logo/${row.logo_mark}`);

async function theRow(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  // A migration made it, and nothing deletes it; a page without a name would still be a page.
  return (
    row ?? {
      name: "InsightDesk",
      accent: null,
      languages: [],
      colleagues_share: true,
      trouble: {},
      logo_mark: null,
      version: 0,
    }
  );
}

const columns = sql`name, accent, languages, colleagues_share, trouble, logo_mark, version`;

/** What the installation is called and looks like, for everybody. */
export async function workspaceLook(): Promise<WorkspaceLook> {
  const row = await theRow(db.read.rows<Row>(sql`select ${columns} from workspace`));
  return {
    name: row.name,
    accent: row.accent === null ? null : accentOf(row.accent),
    logo: logoOf(row),
    languages: languagesOf(row),
    trouble: row.trouble,
  };
}

/** The same for those who change it, with what was changed last. */
export async function workspaceSettings(): Promise<WorkspaceSettings> {
  const [row, changes] = await Promise.all([
    theRow(db.write.rows<Row>(sql`select ${columns} from workspace`)),
    db.write.rows<{
      id: string;
      changed_at: Date;
      actor_name: string;
      field: string;
      before: string;
      after: string;
    }>(sql`
      select id, changed_at, actor_name, field, before, after from workspace_changes
      order by id desc limit 50`),
  ]);
  return {
    version: row.version,
    name: row.name,
    accent: row.accent,
    logo: logoOf(row),
    languages: languagesOf(row),
    colleaguesShare: row.colleagues_share,
    trouble: row.trouble,
    changes: changes.map(({ id, changed_at, actor_name, field, before, after }) => ({
      id,
      at: changed_at.toISOString(),
      by: actor_name,
      field,
      before,
      after,
    })),
  };
}
