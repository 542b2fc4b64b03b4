type Addresses = {
  NODE_ENV: "development" | "test" | "production";
  PUBLIC_REALTIME_URL: string;
  S3_ENDPOINT?: string | undefined;
};

/** Both spellings of an origin: the socket starts as a request and becomes a web socket. */
const socketOrigins = (url: string) => {
  const { origin } = new URL(url);
  return [origin, origin.replace(/^http/, "ws")];
};

/**
 * What a page may load. Scripts only with this answer's nonce and what such a script loads in
 * turn; style elements likewise. Style attributes are free, because lists that are measured as they
 * scroll position their rows by them, and an attribute can neither run nor fetch a script.
 * Development adds what hot reloading needs.
 */
export function contentSecurityPolicy(nonce: string, addresses: Addresses): string {
  const { NODE_ENV, PUBLIC_REALTIME_URL, S3_ENDPOINT } = addresses;
  const development = NODE_ENV === "development";
  const storage = S3_ENDPOINT === undefined ? [] : [new URL(S3_ENDPOINT).origin];
  const rules: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:", ...storage],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...socketOrigins(PUBLIC_REALTIME_URL), ...storage],
    "media-src": ["'self'", "blob:", ...storage],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** The other headers of every page. */
export const pageHeaders: readonly (readonly [name: string, value: string])[] = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["x-frame-options", "DENY"],
];
