type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

export interface KeyHold {
  begin(): void;
  /** One that was waited for stands there; true when nothing else is waited for. */
  settle(): boolean;
  /** Gives what was typed meanwhile, with a line's end for Enter; from now on keys mean what they always mean. */
  end(): string;
  /** True where a key was kept back. */
  keep(press: Press): boolean;
}

export const chosen = "\n";

/** Keys that were pressed for something that is on its way must not act on what is still there. */
export function createKeyHold(): KeyHold {
  let waitedFor = 0;
  let holding = false;
  let typed = "";
  return {
    begin() {
      waitedFor += 1;
      holding = true;
    },
    settle() {
      waitedFor = Math.max(0, waitedFor - 1);
      return waitedFor === 0;
    },
    end() {
      // Something else may have been asked for since.
      if (waitedFor > 0) return "";
      holding = false;
      const text = typed;
      typed = "";
      return text;
    },
    keep({ key, ctrlKey, metaKey, altKey }) {
      if (!holding || ctrlKey || metaKey || altKey) return false;
      const isTyped = key === "Enter" || key === "Backspace" || [...key].length === 1;
      if (!isTyped) return false;
      // Who chose has chosen: what comes after that was not meant for a field.
      if (typed.endsWith(chosen)) return true;
      // Held down a little long, the Enter that opens it chooses nothing in it.
      if (key === "Enter") typed += typed === "" ? "" : chosen;
      else if (key === "Backspace") typed = typed.slice(0, -1);
      else typed += key;
      return true;
    },
  };
}
