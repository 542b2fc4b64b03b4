import { chosen, createKeyHold } from "./key-hold";

/** How long keys wait for the focus of what was opened; then they are forgotten, not acted on. */
const focusMsMax = 1_000;

const hold = createKeyHold();

/** True where the key was kept back for what is about to open. */
export const keepKey = hold.keep;

/**
 * From now on keys are kept back, until what was asked for stands there and has the focus: it gets
 * what was typed. Gives the function to call when it stands there.
 */
export function holdKeys(): () => void {
  hold.begin();
  return () => {
    if (!hold.settle()) return;
    const stop = () => {
      clearTimeout(late);
      document.removeEventListener("focusin", arrived);
    };
    const arrived = () =>
      // The first to have the focus may be the dialog itself, just before its field.
      requestAnimationFrame(() => {
        stop();
        const typed = hold.end();
        if (typed !== "" && isField(document.activeElement)) insert(typed);
      });
    const late = setTimeout(() => {
      stop();
      hold.end();
    }, focusMsMax);
    document.addEventListener("focusin", arrived, { once: true });
    if (document.activeElement?.closest("[role=dialog]")) arrived();
  };
}

const isField = (element: Element | null) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** As if it were typed there, so that whoever listens to the field hears it. */
function insert(typed: string): void {
  const text = typed.replace(chosen, "");
  if (text !== "") document.execCommand("insertText", false, text);
  if (typed === text) return;
  const field = document.activeElement;
  // What was typed is listed by the next frame, and there is something to choose.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      field?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
      ),
    ),
  );
}
