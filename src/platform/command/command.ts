import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { now as clockNow } from "@/platform/clock";
import { type Transaction, transaction } from "@/platform/database";
import { appendEvents, type NewEvent } from "@/platform/outbox";
import { noticeCommit } from "@/platform/outbox/notice";
import { requestContext } from "@/platform/process";
import { claimCommand, keepResult } from "./claim";

/** What may be stored as the one answer of a command and sent as JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export type CommandTx = Transaction & {
  /** Tells that something happened; written to the outbox when the command ends. */
  append(...events: NewEvent[]): void;
};

export type CommandContext = {
  actor: Actor;
  now: Date;
  commandId: string;
  requestId: string | null;
};

/** Every change carries an id of its sender's making: the same id has one effect, one answer. */
export const commandIdSchema = z.uuid();

export type Command<Input extends { commandId: string }, Result extends Json> = {
  name: string;
  schema: z.ZodType<Input>;
  /**
   * Runs the change for `actor` in one transaction.
   * @throws AppError with the code of the refusal; then nothing was changed.
   */
  execute(actor: Actor, input: Input, at?: Date): Promise<Result>;
};

/** The only way to open a transaction in a module: one verb, its rows, its events. */
export function command<Input extends { commandId: string }, Result extends Json>(
  name: string,
  schema: z.ZodType<Input>,
  handle: (tx: CommandTx, context: CommandContext, input: Input) => Promise<Result>,
): Command<Input, Result> {
  return {
    name,
    schema,
    execute: async (actor, input, at) => {
      const context: CommandContext = {
        actor,
        now: at ?? clockNow(),
        commandId: input.commandId,
        requestId: requestContext()?.requestId ?? null,
      };
      const result = await transaction(async (tx) => {
        const earlier = await claimCommand<Result>(tx, name, context, input);
        if (earlier !== null) return earlier.result;
        const events: NewEvent[] = [];
        const done = await handle(
          { ...tx, append: (...more) => events.push(...more) },
          context,
          input,
        );
        await Promise.all([
          appendEvents(tx, events, { ...context, actorId: actor.id }),
          keepResult(tx, context.commandId, done),
        ]);
        return done;
      });
      noticeCommit();
      return result;
    },
  };
}
