import * as z from "zod";
import { endSession, endSessionsOf, sessionMark, sessionsOf } from "@/platform/auth";
import { type Command, command, commandIdSchema, type Json } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";

const schema = z.object({
  commandId: commandIdSchema,
  /** One of one's own by its mark; null ends all of them, this one too. */
  session: z
    .string()
    .regex(/^[\w-]{1,64}$/u)
    .nullable(),
});

const tell = command("identity.endSessions", schema, async (tx, { actor }, { session }) => {
  tx.append(accessChanged.make({ userId: actor.id, reason: "signed_out", session }));
  return { ended: true };
});

/**
 * Signs somebody out elsewhere, or everywhere; a session that is over already is over.
 * @throws AppError `session_store_unavailable`: nobody is told of a sign-out that did not happen.
 */
export const endSessions: Command<z.output<typeof schema>, { readonly [key: string]: Json }> = {
  ...tell,
  execute: async (actor, input, at) => {
    const ending =
      input.session === null ? endSessionsOf(actor.id) : endMarked(actor.id, input.session);
    await ending.catch((cause: unknown) => {
      throw new AppError("session_store_unavailable", { cause });
    });
    return tell.execute(actor, input, at);
  },
};

async function endMarked(userId: string, mark: string): Promise<void> {
  const token = (await sessionsOf(userId)).find((one) => sessionMark(one) === mark);
  if (token !== undefined) await endSession(token);
}
