import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { languages } from "@/platform/i18n/client";
import { profileChanged } from "../events";

const schema = z.object({ commandId: commandIdSchema, language: z.enum(languages) });

/** In which language somebody sees the portal and is written to. */
export const setLanguage = command(
  "identity.setLanguage",
  schema,
  async (tx, { actor, now }, { language }) => {
    await tx.rows(sql`
      update users set language = ${language}, updated_at = ${now} where id = ${actor.id}`);
    tx.append(profileChanged.make({ userId: actor.id }));
    return { language };
  },
);
