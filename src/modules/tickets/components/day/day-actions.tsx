"use client";

import { isSnoozed, type TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import type { ActionInput, Choice } from "@/ui/actions/action";
import { useActions } from "@/ui/actions/use-actions";
import { fullTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import { toast } from "@/ui/toast";
import { useMe } from "../me";
import { usePlace } from "../use-place";
import { showDialog } from "./dialog-store";
import { attempt } from "./use-deed";
import { useSnooze } from "./use-snooze";

const over = "It is over already";

/** What an agent does with a whole ticket, for keys, palette and menus of the region it is in. */
export function DayActions({ row, region }: { row: TicketRow; region: "list" | "ticket" }) {
  const me = useMe();
  const now = useNow();
  const { number } = usePlace();
  const utils = trpc.useUtils();
  const snooze = useSnooze();
  const followMutation = trpc.tickets.follow.useMutation();
  const markSpam = trpc.tickets.markSpam.useMutation();
  const unmarkSpam = trpc.tickets.unmarkSpam.useMutation();
  const isOpen = region === "ticket" && number === row.number;
  const aside = trpc.tickets.aside.useQuery({ number: row.number }, { enabled: isOpen }).data;
  const follows = aside?.followers.some((one) => one.id === me.id) ?? false;
  const closed = row.status === "closed";
  const done = closed || row.status === "resolved";

  const follow = () =>
    attempt(async () => {
      await followMutation.mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        following: !follows,
      });
      await utils.tickets.aside.invalidate({ number: row.number });
      toast({ text: follows ? `You follow #${row.number} no more` : `You follow #${row.number}` });
    });
  const spam = () =>
    attempt(async () => {
      await markSpam.mutateAsync({ commandId: newId(), ticketId: row.id });
      await utils.tickets.get.invalidate({ number: row.number });
      const undo = () =>
        attempt(() => unmarkSpam.mutateAsync({ commandId: newId(), ticketId: row.id }));
      toast({ text: `#${row.number} is spam, and in the trash for 30 days`, undo });
    });
  const times = async (words: string): Promise<readonly Choice[]> => {
    // The rules of times are not part of the first load.
    const { presets, readWhen } = await import("../../rules/when");
    const clock = { now, zone: me.timeZone };
    const about = { zone: me.timeZone, locale: me.locale };
    const at = readWhen(words, clock);
    const typed = at === null ? [] : [{ id: "typed", label: words.trim(), at }];
    const wanted = words.trim() === "" ? presets(clock) : typed;
    const choices = wanted.map(({ id, label, at: until }) => ({
      id,
      label,
      hint: fullTime(until, about),
      run: () => snooze(row, until.toISOString()),
    }));
    const untilReply = { id: "reply", label: "Until a reply", run: () => snooze(row, "reply") };
    return "reply".startsWith(words.trim()) ? [...choices, untilReply] : choices;
  };
  const dialog = (what: "merge" | "link" | "requester" | "incidents") => () =>
    showDialog({ what, row });

  const actions: ActionInput[] = [
    {
      id: "item.snooze",
      label: isSnoozed(row) ? `Snoozed: change #${row.number}` : `Snooze #${row.number}`,
      words: ["snooze", "later", "remind"],
      disabledReason: done ? over : null,
      argument: { hint: "a day and a time", choices: times },
      run: () => showDialog({ what: "snooze", row }),
    },
    {
      id: "ticket.follow",
      label: follows ? `Follow #${row.number} no more` : `Follow #${row.number}`,
      words: ["follow", "watch"],
      run: follow,
    },
    {
      id: "ticket.merge",
      words: ["merge", "duplicate", "join"],
      disabledReason: closed ? over : null,
      run: dialog("merge"),
    },
    {
      id: "ticket.spam",
      disabledReason: row.mergedInto === null ? null : over,
      words: ["spam", "junk"],
      run: spam,
    },
    {
      id: "ticket.link",
      label: `Link #${row.number} to a ticket`,
      scope: region,
      words: ["link", "related", "problem", "incident", "parent"],
      run: dialog("link"),
    },
    {
      id: "ticket.requester",
      label: "Change the requester",
      scope: region,
      words: ["requester", "merge people", "customer"],
      disabledReason: closed ? over : null,
      run: dialog("requester"),
    },
  ];
  if ((aside?.openIncidents ?? 0) > 0)
    actions.push({
      id: "ticket.incidents",
      label: "Answer all incidents",
      scope: region,
      words: ["incidents", "problem", "answer all"],
      run: dialog("incidents"),
    });
  useActions(actions);
  return null;
}
