/** A ticket's number, as it is written alone: `#10421`, `10421`. */
export function numberIn(text: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
  const number = Number(digits);
  return digits !== undefined && number > 0 ? number : null;
}

/** An address, as it is written alone. */
export function addressIn(text: string): string | null {
  const found = /^<?([^\s<>@"(),:;]{1,64}@[^\s<>@"(),:;]{1,189})>?$/.exec(text.trim())?.[1];
  return found ?? null;
}
