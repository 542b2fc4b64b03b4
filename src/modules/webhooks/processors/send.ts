import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { monotonicMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { checkedAddresses, refusedIpForSending } from "../queries/checked-addresses";

export type Sent = {
  status: number | null;
  fault: string | null;
  durationMs: number;
  response: string;
  retryAfter: string | undefined;
};
type Message = { url: string; headers: Readonly<Record<string, string>>; body: string };

/** Answers with what was checked and asks nobody else: a name may mean another place by now. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, answer) => {
    const [first] = all;
    if (options.all === true) answer(null, all);
    else answer(null, first?.address ?? "", first?.family);
  };
}

const codeOf = (error: Error) => ("code" in error ? String(error.code) : error.name);

/** Why no answer came, for an admin, without what libraries say to programmers. */
function faultWords(error: Error): string {
  const code = codeOf(error);
  if (code === "ECONNREFUSED") return "Nobody listens there: the connection was refused.";
  if (code === "ECONNRESET") return "The connection was broken off before the answer.";
  if (code === "TimeoutError" || code === "AbortError")
    return `No answer within ${limits.webhookAnswerMsMax / 1_000} seconds.`;
  if (/CERT|TLS|SSL|SIGNATURE|ALTNAME/.test(code))
    return `The certificate there is not valid: ${error.message.slice(0, 200)}.`;
  return `Not sent: ${error.message.slice(0, 200)}.`;
}

function exchange(
  message: Message,
  addresses: readonly string[],
): Promise<Omit<Sent, "durationMs">> {
  const url = new URL(message.url);
  const ask = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = ask(url, {
      method: "POST",
      headers: { ...message.headers, "content-length": String(Buffer.byteLength(message.body)) },
      lookup: pinned(addresses),
      // A connection that is kept would outlive the check of its address.
      agent: false,
      maxHeaderSize: limits.headerBytesMax,
      signal: AbortSignal.timeout(limits.webhookAnswerMsMax),
    });
    sent.on("error", reject);
    sent.on("socket", (socket) =>
      socket.on("connect", () => {
        const refused = refusedIpForSending(socket.remoteAddress ?? "");
        if (refused !== null) sent.destroy(new Error(refused.words));
      }),
    );
    sent.on("response", (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      const answered = () =>
        resolve({
          status: response.statusCode ?? null,
          fault: null,
          response: Buffer.concat(parts).toString("utf8").slice(0, limits.webhookExcerptCharsMax),
          retryAfter: response.headers["retry-after"],
        });
      response.on("data", (part: Buffer) => {
        bytes += part.byteLength;
        parts.push(part);
        // The status is what counts; nobody reads on.
        if (bytes < limits.webhookAnswerBytesMax) return;
        answered();
        response.destroy();
      });
      response.on("end", answered);
      response.on("error", reject);
    });
    sent.end(message.body);
  });
}

/** Sends once: to an address that was checked and to no other, without following a redirect. */
export async function send(message: Message): Promise<Sent> {
  const startedAtMs = monotonicMs();
  const timed = (sent: Omit<Sent, "durationMs">): Sent => ({
    ...sent,
    // PostgreSQL keeps no zero bytes.
    response: sent.response.replaceAll("\0", ""),
    durationMs: Math.round(monotonicMs() - startedAtMs),
  });
  const nothing = { status: null, response: "", retryAfter: undefined };
  const checked = await checkedAddresses(message.url);
  if (checked.refused !== null)
    return timed({ ...nothing, fault: `Not sent: ${checked.refused.words}` });
  try {
    return timed(await exchange(message, checked.addresses));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return timed({ ...nothing, fault: faultWords(error) });
  }
}

export const userAgent = () => `InsightDesk-Webhooks/${env().APP_VERSION}`;
