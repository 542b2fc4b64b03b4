import { Resolver } from "node:dns/promises";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";

/** Asks for the records of a name; it throws as node:dns does, so that "none" differs from "away". */
type AskNames = (name: string, type: string) => Promise<string[] | string[][]>;

/** Mail exchangers come as objects; those who ask take them so, and call all records texts. */
const areRecords = (found: unknown): found is string[] | string[][] => Array.isArray(found);

/**
 * Lets some work ask the name servers, all of it within a bound: what is open then is given up, and
 * what is asked later fails as a name server does that does not answer.
 */
export async function askingNames<Found>(work: (ask: AskNames) => Promise<Found>): Promise<Found> {
  const resolver = new Resolver({
    timeout: limits.nameServerMsMax,
    tries: limits.nameServerTriesMax,
  });
  const { DNS_SERVERS } = env();
  if (DNS_SERVERS.length > 0) resolver.setServers(DNS_SERVERS);
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    resolver.cancel();
  }, limits.namesMsMax);
  const ask: AskNames = async (name, type) => {
    if (over)
      throw Object.assign(new Error(`${name} was asked for too late`), { code: "ETIMEOUT" });
    const found: unknown = await resolver.resolve(name, type);
    if (!areRecords(found)) throw new Error(`${type} records of ${name} are not asked for here`);
    return found;
  };
  try {
    return await work(ask);
  } finally {
    clearTimeout(timer);
  }
}
