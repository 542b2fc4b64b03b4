/** Which domain a proof speaks for, beside the one that the letter names as its sender's. */
type Fit = "exact" | "related" | "foreign";

type Proof = { fit: Fit; result: "pass" | "fail" | "temporary" };

/** What was found out about the sender that a letter names. */
export type SenderFindings = {
  domain: string;
  /** It names one sender, whom both readers of its head read alike. */
  isOne: boolean;
  /** Null where nobody knows from which server it came. */
  spf: (Proof & { from: string }) | null;
  signatures: readonly Proof[];
  /** What the domain asks others to do with letters that prove nothing; null where it asks nothing. */
  policy: {
    asks: "reject" | "quarantine" | "none";
    strictSpf: boolean;
    strictSignatures: boolean;
  } | null;
  /** The domain's own words could not be asked for. */
  policyAway: boolean;
};

/**
 * Whether a letter comes from whom it names. Doubted: the domain's servers did not send it and it did
 * not sign it; `insists` when the domain says itself that such letters are not its own. Unsure: it
 * could not be found out, which is no fault of the letter.
 */
export type SenderVerdict =
  | { found: "verified"; why: string }
  | { found: "doubted"; why: string; insists: boolean }
  | { found: "unsure"; why: string; passes: boolean };

const fits = ({ fit }: Proof, strict: boolean) => fit === "exact" || (fit === "related" && !strict);

/** By SPF, DKIM and DMARC (RFC 7208, 6376, 7489): one proof that fits the named domain is enough. */
export function senderVerdict(findings: SenderFindings): SenderVerdict {
  const { domain, spf, policy } = findings;
  if (!findings.isOne)
    return { found: "doubted", why: "It names more than one sender.", insists: false };
  const signatures = findings.signatures.filter((one) =>
    fits(one, policy?.strictSignatures ?? false),
  );
  const path = spf !== null && fits(spf, policy?.strictSpf ?? false) ? spf : null;
  if (signatures.some(({ result }) => result === "pass"))
    return { found: "verified", why: `${domain} signed it.` };
  if (path?.result === "pass")
    return { found: "verified", why: `It came from a server of ${domain}.` };
  const proofs = path === null ? signatures : [...signatures, path];
  if (findings.policyAway || proofs.some(({ result }) => result === "temporary"))
    return { found: "unsure", why: `${domain} could not be asked about it.`, passes: true };
  if (spf === null)
    return { found: "unsure", why: "Nobody said from which server it came.", passes: false };
  const insists = policy !== null && policy.asks !== "none";
  const says = insists ? `, and ${domain} asks not to believe such mail` : "";
  return {
    found: "doubted",
    why: `It says that it comes from ${domain}, but ${domain} neither signed it nor sends from ${spf.from}${says}.`,
    insists,
  };
}
