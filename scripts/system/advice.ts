/** A failure that a person can mend: its message is the one line that says how. */
export class Advice extends Error {
  override readonly name = "Advice";
}

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") {
    return error.errors.map(messageOf).join("; ");
  }
  return error instanceof Error ? error.message : String(error);
}

/** The code that Node gives to failures of the system (`EACCES`, `EADDRINUSE`, ...). */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
