/** What browsers fetch. */
export const browsers = {
  consoleScriptBytesMax: 250_000,
  portalScriptBytesMax: 150_000,
  /** What comes after the first paint: calls, what was read, the socket. */
  portalLaterScriptBytesMax: 60_000,
  /** On the line of a phone far from the mast (load/portal). */
  portalFirstPaintMsMax: 1_800,
  portalPageBytesMax: 350_000,
} as const;
