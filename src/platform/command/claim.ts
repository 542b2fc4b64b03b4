import { createHash } from "node:crypto";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { CommandContext, Json } from "./command";

type Kept = { name: string; actor_id: string | null; input_hash: string; result: unknown };

/**
 * Takes a command's id, or gives what it answered before. A second sender of the same id waits
 * here until the first one has committed or given up.
 * @throws AppError `command_id_reused` when the id came with another change or person.
 */
export async function claimCommand<Result extends Json>(
  tx: Transaction,
  name: string,
  context: CommandContext,
  input: unknown,
): Promise<{ result: Result } | null> {
  const hash = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  const claimed = await tx.rows(sql`
    insert into commands (id, name, actor_id, input_hash)
    values (${context.commandId}, ${name}, ${context.actor.id}, ${hash})
    on conflict (id) do nothing
    returning id`);
  if (claimed.length > 0) return null;
  const kept = await tx.first<Kept & { result: Result }>(sql`
    select name, actor_id, input_hash, result from commands where id = ${context.commandId}`);
  const same =
    kept?.name === name && kept.actor_id === context.actor.id && kept.input_hash === hash;
  if (!same) throw new AppError("command_id_reused", { detail: { commandId: context.commandId } });
  return { result: kept.result };
}

export async function keepResult(tx: Transaction, commandId: string, result: Json): Promise<void> {
  await tx.rows(
    sql`update commands set result = ${JSON.stringify(result)} where id = ${commandId}`,
  );
}
