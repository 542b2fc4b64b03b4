import { Resolver } from "node:dns/promises";
import { monotonicMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";

/** Asks for the records of a name; it throws as node:dns does, so that "none" differs from "away". */
type AskNames = (name: string, type: string) => Promise<string[] | string[][]>;

/** Mail exchangers come as objects; those who ask take them so, and call all records texts. */
const areRecords = (found: unknown): found is string[] | string[][] => Array.isArray(found);

const codeOf = (thrown: unknown) =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
/** Nobody was heard; a refusal or a name that is not there is an answer. */
const isSilence = (thrown: unknown) => /^(ETIMEOUT|ECONNREFUSED)$/.test(codeOf(thrown));

/** Until when nobody is asked, since nobody answered anything last time. */
const silence = { untilMs: Number.NEGATIVE_INFINITY };

/**
 * Lets some work ask the name servers, all of it within a bound: what is open then is given up, and
 * what is asked later fails as a name server does that does not answer. Where none of some work's
 * questions was answered nobody is asked for a while: where there are no name servers, letters must
 * not wait for them one after another.
 */
export async function askingNames<Found>(work: (ask: AskNames) => Promise<Found>): Promise<Found> {
  const resolver = new Resolver({
    timeout: limits.nameServerMsMax,
    tries: limits.nameServerTriesMax,
  });
  const { DNS_SERVERS } = env();
  if (DNS_SERVERS.length > 0) resolver.setServers(DNS_SERVERS);
  let over = false;
  const heard = { silent: 0, answered: 0 };
  const timer = setTimeout(() => {
    over = true;
    resolver.cancel();
  }, limits.namesMsMax);
  const ask: AskNames = async (name, type) => {
    if (over || monotonicMs() < silence.untilMs)
      throw Object.assign(new Error(`${name} was not asked for`), { code: "ETIMEOUT" });
    const found: unknown = await resolver.resolve(name, type).catch((thrown: unknown) => {
      heard[isSilence(thrown) ? "silent" : "answered"] += 1;
      throw thrown;
    });
    heard.answered += 1;
    if (!areRecords(found)) throw new Error(`${type} records of ${name} are not asked for here`);
    return found;
  };
  try {
    return await work(ask);
  } finally {
    clearTimeout(timer);
    if (heard.silent > 0 && heard.answered === 0)
      silence.untilMs = monotonicMs() + limits.namesSilentMs;
  }
}
