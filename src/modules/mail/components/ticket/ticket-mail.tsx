"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { useLoadedMessages } from "@/modules/conversations/components/past/use-past";
import { startWriting } from "@/modules/tickets/components/ticket/start-writing";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";
import { OriginalAction } from "../original-action";
import { goToSending } from "./sending-line";
import { keepStates } from "./states-store";

const ForwardDialog = lazy(() => import("./forward-dialog"));

/** What changes a mail's state: the last is for a mail that came back, among other things. */
const told: ReadonlySet<string> = new Set(["mail.settled", "mail.queued", "ticket.asideChanged"]);

const noStates = { mails: [], senders: [], caught: false };

/** The message that has focus or marked words, else none. */
function messageHere(): string | undefined {
  const marked = window.getSelection()?.anchorNode?.parentElement ?? null;
  return [document.activeElement, marked]
    .map((element) => element?.closest<HTMLElement>("[data-message]")?.dataset.message)
    .find((id) => id !== undefined);
}

/** What the mail of an open ticket needs: how far it has come, live, and what one does with it. */
export function TicketMail({ number }: { readonly number: number }) {
  const utils = trpc.useUtils();
  const { data } = trpc.tickets.get.useQuery({ number });
  const [forwarding, setForwarding] = useState<string | null>(null);
  const messages = useLoadedMessages(number);
  const said = messages.filter(({ kind, state }) => kind === "reply" && state === "released");
  const messageIds = said.map(({ id }) => id).slice(-limits.mailStatesMax);
  const states = trpc.mails.states.useQuery(
    { messageIds },
    { enabled: messageIds.length > 0, placeholderData: keepPreviousData },
  );
  const shown = messageIds.length === 0 ? noStates : (states.data ?? noStates);
  useEffect(() => keepStates(shown), [shown]);
  const again = () => {
    void utils.mails.states.invalidate();
    // A blind copy holds for one answer: what was chosen is gone with it.
    void utils.mails.choices.invalidate();
  };
  useLiveRoom(data === undefined ? null : rooms.ticket(data.row.id), {
    asOf: data?.asOf,
    onEvent: ({ name }) => {
      if (told.has(name)) again();
      if (name === "side.spoken" || name === "ticket.asideChanged") void utils.sides.invalidate();
    },
    onGap: () => {
      again();
      void utils.sides.invalidate();
    },
  });
  const last = said.at(-1)?.id;
  useActions([
    {
      id: "message.forward",
      label: "Forward a message to somebody outside",
      scope: "ticket",
      words: ["forward", "pass on"],
      disabledReason: last === undefined ? "There is no public message yet" : null,
      run: () => {
        const here = messageHere();
        const messageId = said.some(({ id }) => id === here) ? here : last;
        if (messageId !== undefined) setForwarding(messageId);
      },
    },
    {
      id: "ticket.mail",
      label: "Choose mailbox and blind copies",
      scope: "ticket",
      words: ["mailbox", "bcc", "from"],
      disabledReason: data?.row.status === "closed" ? "A closed ticket takes no answer" : null,
      run: () => {
        startWriting("reply");
        // The composer takes the focus with the next frame; its line is the one that is wanted.
        requestAnimationFrame(() => requestAnimationFrame(goToSending));
      },
    },
  ]);
  return (
    <>
      <OriginalAction />
      {data !== undefined && forwarding !== null && (
        <Suspense fallback={<Coming />}>
          <ForwardDialog
            ticketId={data.row.id}
            number={number}
            messageId={forwarding}
            onClose={() => setForwarding(null)}
          />
        </Suspense>
      )}
    </>
  );
}
