import * as z from "zod";
import { endSession, readSession, sessionMark } from "@/platform/auth";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { accessChanged } from "../events";

const schema = z.object({ commandId: commandIdSchema, session: z.string() });

const tellSignedOut = command("identity.signOut", schema, async (tx, { actor }, { session }) => {
  tx.append(accessChanged.make({ userId: actor.id, reason: "signed_out", session }));
  return { signedOut: true };
});

/**
 * Ends the session of a request, then tells its sockets; the other devices stay signed in.
 * @throws AppError `session_store_unavailable`: nobody is told of a sign-out that did not happen.
 */
export async function signOut(cookieHeader: string): Promise<void> {
  const actor = await readSession(cookieHeader);
  if (actor?.sessionToken === undefined) return;
  await endSession(actor.sessionToken).catch((cause: unknown) => {
    throw new AppError("session_store_unavailable", { cause });
  });
  await tellSignedOut.execute(actor, {
    commandId: newId(),
    session: sessionMark(actor.sessionToken),
  });
}
