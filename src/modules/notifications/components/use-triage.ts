"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { toast } from "@/ui/toast-store";
import type { SnoozePreset } from "../rules/day";
import type { TriageVerb } from "../rules/inbox-row";

type Row = RouterOutputs["notifications"]["inbox"]["rows"][number];

const gone = (verb: TriageVerb) => verb === "done" || verb === "snooze";
const isRead = (verb: TriageVerb) => verb !== "unread" && verb !== "restore";

/** Deals with rows of the inbox: it shows at once, and goes back with words when it is refused. */
export function useTriage() {
  const utils = trpc.useUtils();
  const send = trpc.notifications.triage.useMutation();

  const show = (row: Row, verb: TriageVerb) => {
    utils.notifications.inbox.setData({}, (page) => {
      if (page === undefined) return page;
      const unread = !isRead(verb);
      const rows = gone(verb)
        ? page.rows.filter((one) => one.id !== row.id)
        : page.rows.map((one) => (one.id === row.id ? { ...one, unread } : one));
      return { ...page, rows };
    });
    utils.notifications.unread.setData(undefined, (shown) => {
      if (shown === undefined || !isRead(verb)) return shown;
      const numbers = shown.numbers.filter((number) => number !== row.ticket.number);
      const read = numbers.length < shown.numbers.length;
      const mentions = shown.mentions - (read && row.reason === "mention" ? 1 : 0);
      return { ...shown, numbers, count: numbers.length, mentions };
    });
  };

  const ask = async (row: Row, verb: TriageVerb, until?: SnoozePreset) => {
    show(row, verb);
    try {
      return await send.mutateAsync({
        commandId: newId(),
        numbers: [row.ticket.number],
        verb,
        ...(until === undefined ? {} : { until }),
      });
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ text: `#${row.ticket.number}: ${words}`, tone: "bad", reference });
      void utils.notifications.invalidate();
      return null;
    }
  };

  /** Back in the inbox as it was. */
  const takeBack = (row: Row) => async () => {
    await ask(row, row.unread ? "unread" : "restore");
    void utils.notifications.inbox.invalidate();
  };

  return {
    read: (row: Row) => void ask(row, "read"),
    unread: (row: Row) => void ask(row, "unread"),
    done: async (row: Row) => {
      const answer = await ask(row, "done");
      if (answer !== null) toast({ text: `#${row.ticket.number} is done`, undo: takeBack(row) });
    },
    snooze: async (row: Row, until: SnoozePreset, words: string) => {
      const answer = await ask(row, "snooze", until);
      if (answer === null) return;
      const text = `#${row.ticket.number} comes back ${words}`;
      toast({ text, undo: takeBack(row) });
    },
  };
}
