/** What a mail system says of a letter of ours that it could not deliver. */
export type DeliveryReport = {
  /** Delayed is no failure yet: the system goes on trying. */
  failed: boolean;
  statusCode: string | null;
  reason: string;
  /** Whom it did not reach; null where the report names nobody. */
  recipient: string | null;
  /** Message-IDs that the report speaks of: the letter that came back is among them. */
  messageIds: string[];
};

const idsMax = 200;
const reasonCharsMax = 300;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The value of a field of a report, folded lines joined. */
function field(text: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*([^\\n]*(?:\\n[ \\t]+[^\\n]*){0,10})`, "im").exec(text);
  return found?.[1] === undefined ? null : oneLine(found[1]);
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.[0-3]/, "The address does not exist."],
  [/^[45]\.2\.2/, "The mailbox is full."],
  [/^[45]\.4\.7/, "It could not be delivered in time."],
  [/^5\.7\./, "The server there refuses our mail."],
];

const addressOf = (group: string) =>
  /[^\s<>;]+@[^\s<>;]+/.exec(
    field(group, "Final-Recipient") ?? field(group, "Original-Recipient") ?? "",
  )?.[0] ?? null;

const actionOf = (group: string) => field(group, "Action")?.toLowerCase() ?? "failed";

/**
 * The part of a report that says most: of the recipients that it names one by one, the first that was
 * not reached; of a report in free words all of it.
 */
function tellingPart(text: string): { telling: string; failed: boolean } {
  const recipients = text
    .split(/\n[ \t]*\n/)
    .filter((group) => /^(final|original)-recipient:/im.test(group));
  if (recipients.length === 0) return { telling: text, failed: actionOf(text) === "failed" };
  const lost = recipients.find((group) => actionOf(group) === "failed");
  return { telling: lost ?? text, failed: lost !== undefined };
}

/** Reads a report as mail systems write them; of one in free words, what can be found in it. */
export function deliveryReport(report: string): DeliveryReport {
  const whole = report.replace(/\r\n?/g, "\n");
  const { telling: text, failed } = tellingPart(whole);
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(field(text, "Status") ?? "")?.[0] ?? null;
  const diagnostic = field(text, "Diagnostic-Code")?.replace(/^[\w-]+;\s*/, "") ?? null;
  const spoken = /\b([45]\d\d)[ -]([45]\.\d{1,3}\.\d{1,3})?[^\n]{0,200}/.exec(text);
  const statusCode = status ?? spoken?.[2] ?? spoken?.[1] ?? null;
  const known = sentences.find(([code]) => code.test(statusCode ?? ""))?.[1];
  const said = diagnostic ?? (spoken === null ? null : oneLine(spoken[0]));
  const reason = [known, said].filter((part) => part !== undefined && part !== null).join(" ");
  return {
    failed,
    statusCode,
    reason: reason === "" ? "The mail came back." : reason.slice(0, reasonCharsMax),
    recipient: addressOf(text),
    messageIds: [...new Set(whole.match(/<[^<>\s]{1,998}>/g) ?? [])].slice(0, idsMax),
  };
}
