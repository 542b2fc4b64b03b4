import { env } from "@/platform/env";
import { bodiesOf, type NewMail } from "@/platform/mailer";
import type { AgentLetter } from "../rules/agent-letters";

/** Mails of one ticket stand together in a mail program: they all answer one that was never sent. */
const threadOf = (ticketId: string) =>
  `<ticket-${ticketId}@${new URL(env().PUBLIC_WEB_URL).hostname}>`;

/** A letter to somebody of the house as a mail that can be queued. */
export function agentMail(
  to: string,
  letter: AgentLetter,
  about: { kind: "notice" | "digest"; ticketId: string | null; bulk: boolean },
): NewMail {
  const { subject, greeting, paragraphs, action, foot } = letter;
  const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
  const bodies = bodiesOf({ greeting, paragraphs, action: { label: action.label, url }, foot });
  const inReplyTo = about.ticketId === null ? null : threadOf(about.ticketId);
  return { to, subject, ...bodies, inReplyTo, ...about };
}
