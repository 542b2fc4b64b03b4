"use client";

import { PartError } from "@/modules/tickets/components/fold";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import { Dialog } from "@/ui/dialog";
import { TextLink } from "@/ui/text-link";

const reasons: Readonly<Record<string, string>> = {
  ticket_changed: "Someone changed it meanwhile",
  ticket_closed: "It is closed",
  status_not_allowed: "It cannot go to that status",
  ticket_not_found: "It is not there any more",
  asker_shut_out: "Who asked for it may change no tickets any more",
  person_not_found: "Who was to get it works here no more",
  team_not_found: "The team is gone",
  not_found: "The macro is gone",
  macro_outdated: "The macro asks for something that is gone or not possible here",
  variables_empty: "Something in the macro's text has no value here",
  ticket_merged: "It was merged meanwhile",
  merge_not_possible: "Who asked may not read the ticket that stays, or it is merged or closed",
  merge_not_undoable: "Its merge was taken back already, or the ticket was merged on",
  invalid_input: "The time is over already",
};

/** Which tickets an action left as they were, and why. */
export default function FailuresDialog(props: { actionId: string; onClose: () => void }) {
  const { href } = usePlace();
  const { data, error, refetch } = trpc.bulk.failures.useQuery({ actionId: props.actionId });
  return (
    <Dialog
      open
      scrollStop
      onOpenChange={(open) => !open && props.onClose()}
      title="What was not changed"
      description="These tickets are as they were."
    >
      {error !== null && <PartError error={error} onRetry={() => void refetch()} />}
      <ul className="flex flex-col gap-2 text-ui">
        {data?.failures.map(({ number, subject, code }) => (
          <li key={number}>
            <TextLink href={href({ number })}>
              #{number} {subject}
            </TextLink>
            <span className="block text-ink-2 text-small">{reasons[code] ?? "Not allowed"}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
