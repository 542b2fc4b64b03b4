import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { db, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { decryptText, encryptText } from "./secrecy";

const generate = promisify(generateKeyPair);
const lockOf = (domain: string) => `${domain}.dkim`;

type Stored = { selector: string; private_key: string };

/** What signs the mails of a domain; null where none is, or not yet. */
export async function signingKeyOf(domain: string) {
  const name = domain.toLowerCase();
  const [row] = await db.write.rows<Stored>(sql`
    select selector, private_key from signing_keys where domain = ${name} and enabled`);
  if (row === undefined) return null;
  return {
    domainName: name,
    keySelector: row.selector,
    privateKey: decryptText(row.private_key, lockOf(name)),
  };
}

export type SigningKey = {
  domain: string;
  selector: string;
  enabled: boolean;
  /** What the domain's administrator publishes, so that others can verify what we sign. */
  record: { name: string; type: "TXT"; value: string };
  createdAt: string;
};

type Shown = {
  domain: string;
  selector: string;
  public_key: string;
  enabled: boolean;
  created_at: Date;
};

function shown({ domain, selector, public_key, enabled, created_at }: Shown): SigningKey {
  return {
    domain,
    selector,
    enabled,
    record: {
      name: `${selector}._domainkey.${domain}`,
      type: "TXT",
      value: `v=DKIM1; k=rsa; p=${public_key}`,
    },
    createdAt: created_at.toISOString(),
  };
}

/** The key of a domain without what signs; null: there is none. */
export async function signingKey(domain: string): Promise<SigningKey | null> {
  const [row] = await db.read.rows<Shown>(sql`
    select domain, selector, public_key, enabled, created_at from signing_keys
    where domain = ${domain.toLowerCase()}`);
  return row === undefined ? null : shown(row);
}

/** A new key of a domain; it signs nothing until its record is published and it is switched on. */
export async function makeSigningKey(
  tx: Transaction,
  about: { domain: string; selector: string; byId: string; at: Date },
): Promise<void> {
  const domain = about.domain.toLowerCase();
  const { publicKey, privateKey } = await generate("rsa", {
    modulusLength: limits.signingKeyBitsCount,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  await tx.rows(sql`
    insert into signing_keys (domain, selector, private_key, public_key, enabled, created_by,
      created_at)
    values (${domain}, ${about.selector}, ${encryptText(privateKey, lockOf(domain))},
      ${publicKey.toString("base64")}, false, ${about.byId}, ${about.at})
    on conflict (domain) do update set selector = excluded.selector,
      private_key = excluded.private_key, public_key = excluded.public_key, enabled = false,
      created_by = excluded.created_by, created_at = excluded.created_at`);
}

/** Switches signing on or off; false where there is no key. */
export async function switchSigning(
  tx: Transaction,
  about: { domain: string; enabled: boolean },
): Promise<boolean> {
  const row = await tx.first(sql`
    update signing_keys set enabled = ${about.enabled}
    where domain = ${about.domain.toLowerCase()} returning domain`);
  return row !== undefined;
}
