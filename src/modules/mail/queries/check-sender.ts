import { BlockList, isIP } from "node:net";
import { domainToASCII } from "node:url";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { dmarc } from "mailauth/lib/dmarc/index.js";
import { spf } from "mailauth/lib/spf/index.js";
import { getDomain } from "tldts";
import { now } from "@/platform/clock";
import { askingNames } from "@/platform/dns";
import { limits } from "@/platform/limits";
import { verdictOfServer } from "../rules/named-results";
import { type SenderFindings, type SenderVerdict, senderVerdict } from "../rules/sender-verdict";
import type { ReadMail } from "./read-mail";
import type { StoredMail } from "./stored-mail";

type Ask = Parameters<Parameters<typeof askingNames>[0]>[0];
type Proof = SenderFindings["signatures"][number];

/** Whoever hands mail over from within is a relay of the house: its address says nothing of a sender. */
const inside = new BlockList();
for (const [net, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  inside.addSubnet(net, bits, "ipv4");
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

/** The address outside from which a letter was handed over; null where that is not known. */
function outsideOf(peer: string | null): string | null {
  const address = peer?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  const family = isIP(address);
  if (family === 0 || inside.check(address, family === 6 ? "ipv6" : "ipv4")) return null;
  return address;
}

const asciiOf = (domain: string) => domainToASCII(domain.toLowerCase()) || domain.toLowerCase();
const domainOf = (address: string) => asciiOf(address.split("@").at(-1) ?? "");
/** The domain that somebody owns, of all that are named below it. */
const ownedBy = (domain: string) => getDomain(domain, { allowPrivateDomains: true }) ?? domain;
const sameAddress = (one: string, other: string) =>
  one.slice(0, one.lastIndexOf("@")).toLowerCase() ===
    other.slice(0, other.lastIndexOf("@")).toLowerCase() && domainOf(one) === domainOf(other);

function fitOf(named: string, proven: string): Proof["fit"] {
  if (proven === named) return "exact";
  return ownedBy(proven) === ownedBy(named) ? "related" : "foreign";
}

const resultOf = (said: string): Proof["result"] =>
  said === "pass" ? "pass" : said === "temperror" ? "temporary" : "fail";

/** More signatures than anybody has need of are a way to keep us busy: then none is looked at. */
const isOverSigned = (mail: ReadMail) =>
  mail.lines("dkim-signature").length > limits.mailSignaturesMax;

async function signaturesOf(content: Uint8Array, domain: string, mail: ReadMail, ask: Ask) {
  if (isOverSigned(mail)) return { signatures: [], named: [mail.from?.address ?? ""] };
  const { results, headerFrom } = await dkimVerify(Buffer.from(content), {
    resolver: ask,
    curTime: now(),
  });
  const signatures = results
    // The library lists seals of relays beside them, which are no word of the sender's.
    .filter(({ status, signingDomain }) => status.aligned !== undefined && signingDomain)
    .map(({ status, signingDomain }): Proof => {
      // A signature that leaves the end of a letter out says nothing about what stands there.
      const result = status.underSized ? "fail" : resultOf(status.result);
      return { fit: fitOf(domain, asciiOf(signingDomain)), result };
    });
  return { signatures, named: headerFrom };
}

async function pathOf(
  stored: StoredMail,
  domain: string,
  ask: Ask,
): Promise<SenderFindings["spf"]> {
  const from = outsideOf(stored.peer);
  if (from === null) return null;
  const helo = stored.helo ?? `[${from}]`;
  const sender = stored.envelope_from ?? "";
  const found = await spf({ sender, ip: from, helo, mta: "insightdesk", resolver: ask });
  return { from, fit: fitOf(domain, asciiOf(found.domain)), result: resultOf(found.status.result) };
}

/** Of a letter that nobody can prove false there is nothing to ask. */
const isAsked = (stored: StoredMail, mail: ReadMail) =>
  outsideOf(stored.peer) !== null || mail.lines("dkim-signature").length > 0;

async function policyOf(
  domain: string,
  ask: Ask,
): Promise<Pick<SenderFindings, "policy" | "policyAway">> {
  const found = await dmarc({ headerFrom: `anybody@${domain}`, resolver: ask });
  if (found === false || found.status.result === "none") return { policy: null, policyAway: false };
  if (found.status.result === "temperror") return { policy: null, policyAway: true };
  const asks = found.policy?.trim().toLowerCase();
  return {
    policyAway: false,
    policy: {
      asks: asks === "reject" || asks === "quarantine" ? asks : "none",
      strictSpf: found.alignment.spf.strict,
      strictSignatures: found.alignment.dkim.strict,
    },
  };
}

/** What a domain, its signatures and the server that handed the letter over say about who sent it. */
async function findingsOf(
  stored: StoredMail,
  mail: ReadMail,
  content: Uint8Array,
  address: string,
): Promise<SenderFindings> {
  const domain = domainOf(address);
  if (!isAsked(stored, mail))
    return { domain, isOne: true, spf: null, signatures: [], policy: null, policyAway: false };
  return askingNames(async (ask) => {
    const [{ signatures, named }, path, policy] = await Promise.all([
      signaturesOf(content, domain, mail, ask),
      pathOf(stored, domain, ask),
      policyOf(domain, ask),
    ]);
    const isOne = named.length === 1 && named.every((one) => sameAddress(one, address));
    return { domain, isOne, spf: path, signatures, ...policy };
  });
}

/**
 * Whether a letter comes from whom it names; null where nobody asks, or it names nobody. A server
 * that its mailbox trusts is believed; else we look for ourselves.
 */
export async function checkSender(
  stored: StoredMail,
  mail: ReadMail,
  content: Uint8Array,
): Promise<SenderVerdict | null> {
  const address = mail.from?.address ?? "";
  if (!stored.checks_senders || !address.includes("@")) return null;
  const { results_from: server } = stored;
  if (server === null) return senderVerdict(await findingsOf(stored, mail, content, address));
  const domain = domainOf(address);
  const isRelated = (other: string) => fitOf(domain, asciiOf(other)) !== "foreign";
  return verdictOfServer(mail.lines("authentication-results"), server, { domain, isRelated });
}
