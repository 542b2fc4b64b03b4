import { publicFileUrl } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { mayReadPage, readablePages } from "../access";
import { articleFileAddress } from "../rules/files";

/**
 * A link to a file of an article: for everybody, where a published page shows it; for those who
 * write, always. @throws AppError `attachment_not_found`.
 */
export async function articleFile(
  reader: Pick<Actor, "audience"> | null,
  attachmentId: string,
): Promise<string> {
  const isWriter = mayReadPage(reader, { internal: true });
  const [known] = await db.read.rows<{ is_shown: boolean }>(sql`
    select exists (
      select from kb_pages where kb_pages.article_id = kb_files.article_id
        and ${readablePages(null)}
        and strpos(kb_pages.html, ${articleFileAddress(attachmentId)}) > 0) as is_shown
    from kb_files where attachment_id = ${attachmentId}`);
  if (known === undefined || !(known.is_shown || isWriter))
    throw new AppError("attachment_not_found", { detail: { attachmentId } });
  return publicFileUrl(attachmentId);
}
