import type { CommandTx } from "@/platform/command";
import { env } from "@/platform/env";
import { bodiesOf, queueMail } from "@/platform/mailer";
import type { AgentLetter } from "../rules/agent-letters";

/** Mails of one ticket stand together in a mail program: they all answer one that was never sent. */
const threadOf = (ticketId: string) =>
  `<ticket-${ticketId}@${new URL(env().PUBLIC_WEB_URL).hostname}>`;

export async function mailAgent(
  tx: CommandTx,
  to: string,
  letter: AgentLetter,
  about: { kind: "notice" | "digest"; ticketId: string | null; bulk: boolean; at: Date },
): Promise<void> {
  const { subject, greeting, paragraphs, action, foot } = letter;
  const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
  const bodies = bodiesOf({ greeting, paragraphs, action: { label: action.label, url }, foot });
  const { kind, ticketId, bulk } = about;
  const inReplyTo = ticketId === null ? null : threadOf(ticketId);
  await queueMail(tx, { kind, to, subject, ...bodies, ticketId, inReplyTo, bulk }, about.at);
}
