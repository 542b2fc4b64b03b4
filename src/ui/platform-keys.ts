"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the keys of this machine have a Command key. */
export function isMac(): boolean {
  return typeof navigator !== "undefined" && /mac|iphone|ipad/iu.test(navigator.userAgent);
}

/** The same while rendering: the server says Ctrl, a Mac corrects it after hydration. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
