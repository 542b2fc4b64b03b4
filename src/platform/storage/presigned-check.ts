import { createHash, createHmac } from "node:crypto";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/**
 * What an S3 store checks of a presigned address (AWS Signature Version 4, query parameters),
 * written from its specification: the store of our tests lets every signature pass.
 */
export function isSignedFor(
  address: string,
  request: { method: string; headers: Record<string, string> },
  secret: string,
): boolean {
  const url = new URL(address);
  const query = url.searchParams;
  const signature = query.get("X-Amz-Signature");
  const names = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
  const strict = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const canonicalQuery = [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join("&");
  const given: Record<string, string> = { host: url.host, ...request.headers };
  const headers = names.map((name) => `${name}:${given[name] ?? ""}\n`).join("");
  const canonical = [
    request.method,
    url.pathname,
    canonicalQuery,
    headers,
    names.join(";"),
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const [, ...scope] = (query.get("X-Amz-Credential") ?? "").split("/");
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", query.get("X-Amz-Date"), scope.join("/"), hashed].join("\n");
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  return hmac(key, toSign).toString("hex") === signature;
}
