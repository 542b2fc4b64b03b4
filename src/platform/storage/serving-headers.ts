import type { Offer } from "./storage";

// What a browser would run is handed over as plain bytes, even where the reader asked for it.
const active = /html|xml|svg|script|css|wasm/i;
const typePattern = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/;

export function servedType(type: string): string {
  return active.test(type) || !typePattern.test(type) ? "application/octet-stream" : type;
}

/** RFC 6266: a plain name for old readers, the true one for all others. */
export function contentDisposition({ name, disposition }: Offer): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const full = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** Nothing that we serve for a stranger may act on our pages, be guessed at, or be kept by others. */
export function servingHeaders(offer: Offer): Record<string, string> {
  return {
    "content-type": servedType(offer.type),
    "content-disposition": contentDisposition(offer),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "private, max-age=300, immutable",
    "accept-ranges": "bytes",
  };
}
