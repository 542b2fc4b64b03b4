import { openSide } from "@/modules/conversations";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { aCommandId, aPerson } from "./builders";
import { type Scene, someone, staffCanary } from "./scene";

/** A mailbox of its own domain. */
export async function aMailbox(given: { isDefault?: boolean } = {}): Promise<string> {
  const id = newId();
  const address = `help@d${id.replaceAll("-", "")}.example`;
  await db.write.rows(sql`
    insert into mailboxes (id, name, address, is_default, created_at, updated_at)
    values (${id}, 'Help', ${address}, ${given.isDefault ?? false}, now(), now())`);
  return id;
}

/** A mailbox whose domain has a key, which is off. */
export async function aSignedMailbox(): Promise<string> {
  const id = await aMailbox();
  const byId = (await aPerson({ role: "admin" })).id;
  const domain = `d${id.replaceAll("-", "")}.example`;
  await db.write.rows(sql`
    insert into signing_keys (domain, selector, private_key, public_key, created_by, created_at)
    values (${domain}, 'desk', 'locked', 'open', ${byId}, now())`);
  return id;
}

/** A mail about a ticket that its recipient's server refused. */
export async function aFailedMail(ticketId: string): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      ticket_id, state, fault, created_at)
    values (${id}, 'reply', 'anna@example.com', 'Re: The door', 'Hi', '<p>Hi</p>',
      ${`<${id}@desk.example>`}, ${ticketId}, 'failed', '550 no such mailbox', now())`);
  return id;
}

/** What a third party is asked; only those who work here may ever read it. */
export const aQuestion = {
  address: "carrier@elsewhere.example",
  subject: `Parcel ${staffCanary}`,
  body: `Where is it? ${staffCanary}`,
};

/** A side conversation of the scene's ticket, as an agent began it. */
export async function aSide({ ticketId }: Pick<Scene, "ticketId">): Promise<string> {
  const agent = await someone("agent");
  const asked = { commandId: aCommandId(), ticketId, ...aQuestion };
  return (await openSide.execute(agent, openSide.schema.parse(asked))).sideId;
}

const letterKinds = ["acknowledgement", "merged", "side", "verify", "reset", "registered"];
const letterLanguages = ["en", "de", "es"];
let lettersTaken = 0;

/** A letter, each time another one, with the version that is valid now: calls come at once. */
export async function aLetterToSave() {
  const kind = letterKinds[lettersTaken % letterKinds.length] ?? "merged";
  const place = Math.floor(lettersTaken / letterKinds.length);
  const language = letterLanguages[place % letterLanguages.length] ?? "en";
  lettersTaken += 1;
  const [row] = await db.write.rows<{ version: number }>(sql`
    select coalesce(max(version), 0)::int as version from mail_templates
    where kind = ${kind} and language = ${language}`);
  return { kind, language, words: null, base: row?.version ?? 0 };
}
