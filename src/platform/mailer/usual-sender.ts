import type { Transaction } from "@/platform/database";
import { processShared } from "@/platform/process";
import type { LetterKind } from "./letters/kinds";

type Unsigned = { kind: LetterKind; ticketId: string | null };
type SentAs = { from: { name: string; address: string } | null; replyTo: string | null };
type Senders = (tx: Transaction, mails: readonly Unsigned[]) => Promise<readonly SentAs[]>;

const nobody: Senders = async (_tx, mails) => mails.map(() => ({ from: null, replyTo: null }));
const known = () => processShared("usual-sender", () => ({ senders: nobody }));

/** Whoever keeps the mailboxes says in whose name a mail goes that names no sender itself. */
export function provideUsualSenders(senders: Senders): void {
  known().senders = senders;
}

/** For each of these mails its sender; null is the one that the environment names. */
export const usualSenders: Senders = (tx, mails) => known().senders(tx, mails);
