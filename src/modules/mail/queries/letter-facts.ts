import { peopleAt } from "@/modules/identity";
import type { Role } from "@/platform/auth/actor";
import { type Reader, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { automaticKind } from "../rules/automatic";
import { isPlausible } from "../rules/copies";
import type { LetterFacts } from "../rules/decision";
import { plainAddress } from "../rules/reply-address";
import { threadOf } from "./find-ticket";
import type { ReadMail } from "./read-mail";
import type { StoredMail } from "./stored-mail";

type Row = {
  role: Role | null;
  suspended: boolean | null;
  ours: boolean;
  blocked_by: string | null;
  letters: number;
  tickets: number;
};

/** What the decision about a letter depends on; one statement beside the search for its ticket. */
export async function letterFacts(
  on: Reader,
  stored: StoredMail,
  mail: ReadMail,
  verdict: LetterFacts["verdict"],
): Promise<LetterFacts> {
  const from = mail.from?.address.toLowerCase() ?? "";
  const domain = `@${from.split("@").at(-1) ?? ""}`;
  const since = new Date(stored.received_at.getTime() - limits.senderRateMs);
  const [row] = await on.rows<Row>(sql`
    select
      sender.role, sender.suspended_at is not null as suspended,
      exists (select from mailboxes where address = ${plainAddress(from)}) as ours,
      (select pattern::text from blocked_senders where pattern in (${from}, ${domain}) limit 1)
        as blocked_by,
      (select count(*)::int from raw_mails where sender = ${from} and received_at > ${since}
        and id <> ${stored.id}) as letters,
      (select count(*)::int from raw_mails where sender = ${from} and received_at > ${since}
        and outcome in ('new', 'follow-up') and id <> ${stored.id}) as tickets
    from (select) as one
    left join (${peopleAt([from])} limit 1) as named on true
    left join users sender on sender.id = named.person_id`);
  return {
    automatic: automaticKind(headerWithPath(stored, mail), from, mail.subject),
    hasSender: isPlausible(from),
    fromOurs: from !== "" && (row?.ours ?? false),
    blockedBy: row?.blocked_by ?? null,
    sender: {
      worksHere: row?.role === "agent" || row?.role === "admin",
      shutOut: row?.suspended ?? false,
    },
    recent: { letters: row?.letters ?? 0, tickets: row?.tickets ?? 0 },
    released: stored.released_by !== null,
    thread: await threadOf(mail, stored.envelope_to, on),
    verdict,
  };
}

/** Whoever hands a mail over says its return path; a header of that name may be anybody's. */
function headerWithPath(stored: StoredMail, mail: ReadMail): ReadMail["header"] {
  const { envelope_from: path } = stored;
  if (path === null) return mail.header;
  return (name) => (name === "return-path" ? `<${path}>` : mail.header(name));
}
