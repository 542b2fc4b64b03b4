"use client";

import { useState } from "react";
import { cx } from "./cx";

/** A reference that support can look up, copied by a click. */
export function CopyReference({ reference, className }: { reference: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reference);
      setCopied(true);
    } catch {
      // Without permission for the clipboard the reference can still be read and selected.
      setCopied(false);
    }
  };
  return (
    <span className={cx("block text-ink-2 text-small", className)}>
      Reference <code className="select-all font-mono">{reference}</code>{" "}
      <button
        type="button"
        className="min-h-6 px-1 text-link underline"
        aria-label={`Copy reference ${reference}`}
        onClick={copy}
      >
        <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
      </button>
    </span>
  );
}
