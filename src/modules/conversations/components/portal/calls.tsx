"use client";

import { useEffect } from "react";
import { type RouterInputs, type RouterOutputs, trpc } from "@/trpc/client";

type Inputs = RouterInputs;
type Outputs = RouterOutputs;

/** What the portal can ask the server to do. A lost answer is asked for again under the same id. */
export type Calls = {
  ask: (input: Inputs["tickets"]["create"]) => Promise<Outputs["tickets"]["create"]>;
  reply: (input: Inputs["tickets"]["reply"]) => Promise<Outputs["tickets"]["reply"]>;
  undo: (input: Inputs["tickets"]["undoSend"]) => Promise<Outputs["tickets"]["undoSend"]>;
  resolve: (input: Inputs["requests"]["resolve"]) => Promise<unknown>;
  reopen: (input: Inputs["requests"]["reopen"]) => Promise<unknown>;
  markSeen: (input: Inputs["tickets"]["markSeen"]) => Promise<unknown>;
  requestUpload: (
    input: Inputs["files"]["requestUpload"],
  ) => Promise<Outputs["files"]["requestUpload"]>;
  completeUpload: (
    input: Inputs["files"]["completeUpload"],
  ) => Promise<Outputs["files"]["completeUpload"]>;
};

/** Hands the calls to the page once they are there. */
export function GiveCalls({ onReady }: { onReady: (calls: Calls) => void }) {
  const { mutateAsync: ask } = trpc.tickets.create.useMutation();
  const { mutateAsync: reply } = trpc.tickets.reply.useMutation();
  const { mutateAsync: undo } = trpc.tickets.undoSend.useMutation();
  const { mutateAsync: resolve } = trpc.requests.resolve.useMutation();
  const { mutateAsync: reopen } = trpc.requests.reopen.useMutation();
  const { mutateAsync: markSeen } = trpc.tickets.markSeen.useMutation();
  const { mutateAsync: requestUpload } = trpc.files.requestUpload.useMutation();
  const { mutateAsync: completeUpload } = trpc.files.completeUpload.useMutation();

  useEffect(() => {
    onReady({ ask, reply, undo, resolve, reopen, markSeen, requestUpload, completeUpload });
  }, [onReady, ask, reply, undo, resolve, reopen, markSeen, requestUpload, completeUpload]);

  return null;
}
