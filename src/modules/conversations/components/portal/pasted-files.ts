import type { ClipboardEvent } from "react";

/** A picture that is pasted becomes a file of the message; text is pasted as ever. */
export function pastedFiles(event: ClipboardEvent, add: (files: File[]) => void): void {
  const pasted = [...event.clipboardData.files];
  if (pasted.length === 0) return;
  event.preventDefault();
  add(pasted);
}
