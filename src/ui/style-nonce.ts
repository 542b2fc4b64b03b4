"use client";

import { setNonce } from "get-nonce";

/**
 * The scroll lock under a dialog writes a style element. A strict policy lets it in only
 * with the page's nonce, which a script element still knows though its attribute is hidden.
 */
if (typeof document !== "undefined") {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}
