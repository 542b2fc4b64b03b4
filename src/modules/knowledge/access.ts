import { roleMay } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";

type Reader = Pick<Actor, "audience"> | null;

/** Whether pages for the house are for somebody. */
export const readsInternal = (reader: Reader): boolean =>
  reader !== null && reader.audience !== "customer";

/** Whether somebody may read a published page; nobody in particular is a reader, too. */
export const mayReadPage = (reader: Reader, page: { internal: boolean }): boolean =>
  !page.internal || readsInternal(reader);

/** The same of rows: pages for the house are for those of the house. */
export const readablePages = (reader: Reader): Sql =>
  readsInternal(reader) ? sql`true` : sql`not kb_pages.internal`;

/** @throws AppError `forbidden`. */
export function mustWrite({ role }: Actor): void {
  if (!roleMay(role, "articles.write")) throw new AppError("forbidden");
}

export function mustPublish({ role }: Actor): void {
  if (!roleMay(role, "articles.publish")) throw new AppError("forbidden");
}

export function mustArrange({ role }: Actor): void {
  if (!roleMay(role, "workspace.configure")) throw new AppError("forbidden");
}
