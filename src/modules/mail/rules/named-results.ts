import type { SenderVerdict } from "./sender-verdict";

type Method = { name: string; result: string; words: string };

/** What stands between semicolons; one within a comment divides nothing. */
const partsOf = (line: string): string[] => line.match(/(?:\([^()]*\)|[^;])+/g) ?? [];

function methodsOf(line: string): Method[] {
  return partsOf(line)
    .slice(1)
    .flatMap((part) => {
      const [, name = "", result = "", words = ""] =
        /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)\b(.*)$/is.exec(part) ?? [];
      return name === "" ? [] : [{ name: name.toLowerCase(), result: result.toLowerCase(), words }];
    });
}

/** The domain that a method speaks for: what stands behind the last @ of its property. */
function domainIn(words: string, names: string): string | null {
  const bare = words.replaceAll(/\([^()]*\)/g, " ");
  const value = new RegExp(`(?:${names})\\s*=\\s*"?([^\\s;"]+)`, "i").exec(bare)?.[1];
  return value === undefined ? null : (value.split("@").at(-1)?.toLowerCase() ?? null);
}

/** By what each method names the domain that it speaks for. */
const properties: Readonly<Record<string, string>> = {
  dmarc: "header\\.from",
  spf: "smtp\\.mailfrom|smtp\\.mail|smtp\\.helo",
  dkim: "header\\.d|header\\.i",
};

const serverOf = (value: string) => /^[^\s;]+/.exec(value.trim())?.[0].toLowerCase();

/** Words by which servers say what the named domain asked for: Google, Microsoft and others. */
const insisting = /\bp=(reject|quarantine)\b|\baction=(o?reject|quarantine)\b/i;

/**
 * What a mail server that we trust wrote on a letter about its sender (RFC 8601). Only the line
 * nearest the top counts: a server puts its own above what the letter brought with it, and whatever
 * stands further down may be forged.
 */
export function verdictOfServer(
  lines: readonly string[],
  server: string,
  about: { domain: string; isRelated: (domain: string) => boolean },
): SenderVerdict {
  const line = lines.find((one) => serverOf(one) === server.toLowerCase());
  if (line === undefined)
    return { found: "unsure", why: `${server} wrote nothing about its sender.`, passes: false };
  const methods = methodsOf(line);
  const dmarc = methods.find(({ name }) => name === "dmarc");
  const speaksForIt = ({ name, words }: Method) => {
    const domain = domainIn(words, properties[name] ?? "");
    // What a server says of the letter's own domain it need not name again.
    return domain === null ? name === "dmarc" : about.isRelated(domain);
  };
  const passed = methods.filter((method) => method.result === "pass" && speaksForIt(method));
  // Where the domain asks for nothing, a proof that fits it is worth the same.
  if (
    passed.some(({ name }) => name === "dmarc" || (name in properties && dmarc?.result !== "fail"))
  )
    return { found: "verified", why: `${server} says that it comes from ${about.domain}.` };
  const isOpen = methods.some(({ name, result }) => name in properties && result === "temperror");
  if (isOpen || !methods.some(({ name }) => name === "dmarc" || name === "spf"))
    return { found: "unsure", why: `${server} could not find out who sent it.`, passes: false };
  return {
    found: "doubted",
    why: `It says that it comes from ${about.domain}, but ${server} found no proof of that.`,
    insists: dmarc?.result === "fail" && insisting.test(dmarc.words),
  };
}
