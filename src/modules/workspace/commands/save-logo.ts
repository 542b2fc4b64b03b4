import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { noteChanges, workspaceForUpdate } from "./save-workspace";

const schema = z.object({
  commandId: commandIdSchema,
  version: z.int(),
  /** The picture in base64; null takes the logo away. */
  logo: z.base64().max(limits.logoBase64CharsMax).nullable(),
});

/** Pictures that can hold no script, and that every browser shows. */
const accepted = ["image/png", "image/jpeg", "image/webp"];

/** What a logo is by its content, whatever it is called. @throws AppError `logo_refused`. */
async function readLogo(base64: string): Promise<{ bytes: Buffer; type: string; mark: string }> {
  const bytes = Buffer.from(base64, "base64");
  const found = await fileTypeFromBuffer(bytes);
  if (found === undefined || !accepted.includes(found.mime)) throw new AppError("logo_refused");
  const mark = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { bytes, type: found.mime, mark };
}

/** The picture in the head of every page that customers see. */
export const saveLogo = command("workspace.saveLogo", schema, async (tx, context, input) => {
  const logo = input.logo === null ? null : await readLogo(input.logo);
  const { logo_type } = await workspaceForUpdate(tx, input.version);
  const said = (type: string | null) => type ?? "none";
  const after = said(logo?.type ?? null);
  await noteChanges(tx, context, [{ field: "logo", before: said(logo_type), after }]);
  await tx.rows(sql`
    update workspace set logo = ${logo?.bytes ?? null}, logo_type = ${logo?.type ?? null},
      logo_mark = ${logo?.mark ?? null}, version = version + 1, updated_at = ${context.now}`);
  return { version: input.version + 1 };
});
