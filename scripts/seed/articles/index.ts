import type pg from "pg";
import { layOutArticle, layOutCategory } from "@/modules/knowledge";
import { languages } from "@/modules/knowledge/client";
import type { Actor } from "@/platform/auth/actor";
import { run, type Sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import { houseArticles } from "./house";
import { sensorArticles } from "./sensors";
import { type CategoryKey, demoCategories } from "./texts";

const dayMs = 24 * 3_600_000;

/** The seed's own transaction, as the product's steps take one. */
function transactionOn(client: pg.Client): Transaction {
  const answer = <Row extends pg.QueryResultRow>(statement: Sql) =>
    run<Row>(client, statement, "dates", { named: false });
  return {
    rows: async <Row extends pg.QueryResultRow>(statement: Sql) =>
      (await answer<Row>(statement)).rows,
    first: async <Row extends pg.QueryResultRow>(statement: Sql) =>
      (await answer<Row>(statement)).rows[0],
  };
}

const keys: readonly CategoryKey[] = ["start", "sensors", "plants", "orders"];

/** What Fjord & Fern has written down, by the steps that the product itself takes. */
export async function insertArticles(
  client: pg.Client,
  at: Date,
  author: Pick<Actor, "id" | "name">,
): Promise<void> {
  const tx = transactionOn(client);
  const writer: Actor = {
    ...author,
    ...{ role: "agent", audience: "agent", organizationId: null, email: "" },
  };
  const ids = { start: newId(), sensors: newId(), plants: newId(), orders: newId() };
  const since = new Date(at.getTime() - 90 * dayMs);
  for (const [place, key] of keys.entries())
    await layOutCategory(tx, since, { id: ids[key], place, names: demoCategories[key] });
  for (const [place, article] of [...sensorArticles, ...houseArticles].entries()) {
    const written = new Date(at.getTime() - (80 - 5 * place) * dayMs);
    await layOutArticle(tx, written, {
      id: newId(written.getTime()),
      categoryId: ids[article.category],
      internal: article.internal === true,
      author: writer,
      texts: languages.flatMap((language) => {
        const text = article.texts[language];
        return text === undefined ? [] : [{ language, ...text, published: article.draft !== true }];
      }),
    });
  }
}
