import { limits } from "@/platform/limits";
import type { Automatic } from "./automatic";
import { mailAction } from "./mail-action";
import type { SenderVerdict } from "./sender-verdict";

/** The ticket that a letter refers to, and how its sender stands to it. */
export type Thread = {
  ticketId: string;
  number: number;
  status: string;
  takesReplies: boolean;
  /** The sender may read the ticket: asked it, is in copy of it, or works here. */
  mayWrite: boolean;
  /** A mail of ours that the letter answers went to this very sender. */
  wasTold: boolean;
  /** It lies in the trash, or lay there until that was emptied. */
  isTrashed: boolean;
};

export type LetterFacts = {
  automatic: Automatic | undefined;
  hasSender: boolean;
  /** It says that it comes from one of our own mailboxes. */
  fromOurs: boolean;
  /** The blocked address or domain that its sender falls under. */
  blockedBy: string | null;
  sender: { worksHere: boolean; shutOut: boolean };
  /** How many letters of this sender came within the last hour, and how many made tickets. */
  recent: { letters: number; tickets: number };
  /** An admin has looked at it: who sent it is asked no more. */
  released: boolean;
  thread: Thread | null;
  /** Whether it comes from whom it names; null where nobody asked. */
  verdict: SenderVerdict | null;
};

export type Decision =
  | { does: "suspend" | "ignore"; reason: string }
  | { does: "bounce" }
  | { does: "new"; relatedTo: string | null; quietly: boolean }
  | { does: "reply" | "follow-up"; ticketId: string; quietly: boolean };

type ForgedFacts = Pick<LetterFacts, "verdict" | "released"> & {
  thread: Pick<Thread, "mayWrite"> | null;
};

function whySuspended({ blockedBy, sender, recent }: LetterFacts): string | null {
  if (blockedBy !== null) return `${blockedBy} is blocked.`;
  if (sender.shutOut) return "Its sender's account is suspended.";
  if (recent.letters >= limits.mailsPerSenderMax)
    return `Its sender wrote ${recent.letters} times within an hour.`;
  return null;
}

/**
 * Why a letter is not believed to come from whom it names: then it never speaks as somebody who has a
 * part in a ticket. A stranger's letter begins a ticket all the same, unless the domain that it names
 * says that such letters are not its own.
 */
export function whyForged({ verdict, released, thread }: ForgedFacts): string | null {
  if (released || verdict?.found !== "doubted") return null;
  return verdict.insists || thread?.mayWrite ? verdict.why : null;
}

/**
 * What becomes of a letter. Nothing that a person may want to see is thrown away: what looks wrong
 * waits for an admin. The order matters: a bounce is read whoever is blocked, and a released letter
 * is not suspended again.
 */
export function decide(facts: LetterFacts): Decision {
  const { automatic, thread, sender } = facts;
  if (facts.fromOurs) return { does: "ignore", reason: "It comes from a mailbox of ours." };
  const joins = thread?.mayWrite ? thread : null;
  const action = mailAction(automatic, joins, facts.hasSender);
  if (action === "bounce") return { does: "bounce" };
  if (action === "ignore")
    return { does: "ignore", reason: automatic?.reason ?? "It says not who sent it." };
  const suspended = facts.released ? null : whySuspended(facts);
  if (suspended !== null) return { does: "suspend", reason: suspended };
  const forged = whyForged(facts);
  if (forged !== null) return { does: "suspend", reason: forged };
  if (joins?.isTrashed && !facts.released)
    return { does: "suspend", reason: "It answers a ticket that lies in the trash as spam." };
  const quietly = automatic !== undefined;
  if (joins === null || action === "new") {
    // Whoever makes many tickets at once may be a machine that does not say so.
    const many = recentlyMany(facts);
    return { does: "new", relatedTo: thread?.ticketId ?? null, quietly: quietly || many };
  }
  if (sender.worksHere) {
    // Anybody can write a colleague's address; only the colleague has what we sent to it.
    if (!joins.wasTold && !facts.released)
      return {
        does: "suspend",
        reason: "It says that a colleague wrote it, but answers no mail that we sent to them.",
      };
    if (joins.status === "closed")
      return { does: "suspend", reason: "A colleague answers a ticket that is closed." };
    return { does: "reply", ticketId: joins.ticketId, quietly };
  }
  const does = action === "follow-up" ? "follow-up" : "reply";
  return { does, ticketId: joins.ticketId, quietly };
}

const recentlyMany = ({ recent }: LetterFacts) => recent.tickets >= limits.acknowledgedPerSenderMax;
