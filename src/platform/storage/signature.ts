import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link of our own allows. It is written in the link, in the open, and signed. */
export type Grant =
  | { method: "PUT"; key: string; expiresMs: number; bytes: number }
  | {
      method: "GET";
      key: string;
      expiresMs: number;
      name: string;
      type: string;
      disposition: "inline" | "attachment";
    };

function sign(grant: Grant, secret: string): Buffer {
  const facts =
    grant.method === "PUT" ? [grant.bytes] : [grant.name, grant.type, grant.disposition];
  // A key of its own for this purpose: a signature for a file is never one for something else.
  const key = createHmac("sha256", secret).update("insightdesk/storage-link/v1").digest();
  return createHmac("sha256", key)
    .update(JSON.stringify([grant.method, grant.key, grant.expiresMs, ...facts]))
    .digest();
}

/** The query that carries a grant and its signature. */
export function grantQuery(grant: Grant, secret: string): string {
  const query = new URLSearchParams({ expires: String(grant.expiresMs) });
  if (grant.method === "PUT") query.set("bytes", String(grant.bytes));
  else {
    query.set("name", grant.name);
    query.set("type", grant.type);
    query.set("disposition", grant.disposition);
  }
  query.set("signature", sign(grant, secret).toString("base64url"));
  return query.toString();
}

const wholeNumber = (text: string | null) =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

function readGrant(method: string, key: string, query: URLSearchParams): Grant | undefined {
  const expiresMs = wholeNumber(query.get("expires"));
  if (expiresMs === undefined) return undefined;
  if (method === "PUT") {
    const bytes = wholeNumber(query.get("bytes"));
    return bytes === undefined ? undefined : { method, key, expiresMs, bytes };
  }
  const name = query.get("name");
  const type = query.get("type");
  const disposition = query.get("disposition");
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (name === null || type === null) return undefined;
  if (disposition !== "inline" && disposition !== "attachment") return undefined;
  return { method: "GET", key, expiresMs, name, type, disposition };
}

/** The grant that a request carries, if one of the secrets signed it and it has not expired. */
export function verifiedGrant(
  request: { method: string; key: string; query: URLSearchParams },
  secrets: readonly string[],
  nowMs: number,
): Grant | "invalid" | "expired" {
  const grant = readGrant(request.method, request.key, request.query);
  if (grant === undefined) return "invalid";
  const given = Buffer.from(request.query.get("signature") ?? "", "base64url");
  const isSigned = secrets.some((secret) => {
    const expected = sign(grant, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) return "invalid";
  return grant.expiresMs < nowMs ? "expired" : grant;
}
