/** What input, textarea and select share. */
export const controlClass =
  "w-full rounded-control border border-line-strong bg-raised px-2 py-1 text-body text-ink transition-colors [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-2 aria-invalid:border-bad";
