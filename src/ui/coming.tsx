"use client";

import { useLayoutEffect } from "react";
import { holdKeys } from "./actions/hold-keys";

/**
 * Stands where a dialog is going to be whose code is still on its way: `<Suspense fallback={<Coming
 * />}>`. Whoever types on already types into the dialog, and moves nothing behind it.
 */
export function Coming() {
  useLayoutEffect(() => holdKeys(), []);
  return null;
}
