/** The part of a KeyboardEvent that decides what was meant. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly altGraph: boolean;
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);

/**
 * A key press as the keymap writes it, by the character that it types: "?" is one key on every
 * layout, wherever it sits. Null for what is never ours: Alt and AltGr type letters on many
 * layouts, and Alt serves screen readers.
 */
export function strokeOf(press: KeyPress, mac: boolean): string | null {
  if (press.altKey || press.altGraph) return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  if (foreign) return null;

  const name = press.key === " " ? "Space" : press.key;
  if (name === "Shift" || name === "Control" || name === "Meta" || name === "CapsLock") return null;
  const key = isLetter(name) ? name.toLocaleUpperCase("en") : name;
  // A sign such as "?" or "!" has its Shift in it already.
  const shift = press.shiftKey && (isLetter(name) || name.length > 1);
  return `${mod ? "Mod+" : ""}${shift ? "Shift+" : ""}${key}`;
}

/** Types a character: such keys are dead in fields and can be switched off (WCAG 2.1.4). */
export function isCharacterStroke(stroke: string): boolean {
  return stroke.split(" ").every((part) => {
    const key = part.replace("Shift+", "");
    return key.length === 1;
  });
}
