import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { mustConfigure } from "../access";
import { fieldsChanged, leavingBegan } from "../events";

const schema = z.object({ commandId: commandIdSchema, id: z.uuid() });

/** Takes a field away for good: at once from every pane, its values from all tickets after that. */
export const removeField = command("fields.remove", schema, async (tx, { actor, now }, { id }) => {
  mustConfigure(actor);
  const field = await tx.first<{ key: string }>(sql`
    update custom_fields set leaving_since = ${now}
    where id = ${id} and leaving_since is null returning key`);
  if (field === undefined) throw new AppError("not_found");
  const about = { kind: "field", key: field.key } as const;
  tx.append(
    fieldsChanged.make({ key: field.key }),
    leavingBegan.make({ about, sinceMs: now.getTime() }),
  );
  return { id };
});
