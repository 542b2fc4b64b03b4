const signs: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** "Mod+Shift+Enter" as its caps: ["Ctrl", "Shift", "Enter"], on a Mac with the Command sign. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  return keys.split(" ").flatMap((stroke) => strokeCaps(stroke, mac));
}

function strokeCaps(stroke: string, mac: boolean): readonly string[] {
  return (stroke === "+" ? [stroke] : stroke.split("+")).map((part) =>
    part === "Mod" ? (mac ? "⌘" : "Ctrl") : (signs[part] ?? part),
  );
}

/** The same for `aria-keyshortcuts`, which names modifiers its own way and knows no sequences. */
export function ariaKeys(keys: string | undefined): string | undefined {
  if (keys === undefined || keys.includes(" ")) return undefined;
  return keys.replace("Mod", "Control");
}
