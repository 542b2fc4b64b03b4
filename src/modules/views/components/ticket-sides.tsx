"use client";

import { SidePanel } from "@/modules/conversations/components/side/side-panel";
import { SideMail } from "@/modules/mail/components/ticket/message-mail";

/** What is asked of others beside a ticket, and how far each mail of it has come. */
export function TicketSides({ number }: { readonly number: number }) {
  return (
    <SidePanel number={number} foot={(id, all) => <SideMail messageId={id} messageIds={all} />} />
  );
}
