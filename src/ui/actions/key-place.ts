import type { KeyPlace } from "./dispatch";
import { keymap, type Scope } from "./keymap";

const layers = "[role=dialog],[role=alertdialog],[role=menu],[role=listbox]";
const controls =
  "button,a[href],summary,input,[role=button],[role=tab],[role=switch],[role=checkbox],[role=option]";
const textTypes = /^(?:checkbox|radio|button|submit|reset|range|color|file|image)$/u;

const scopes: ReadonlySet<string> = new Set(keymap.flatMap((rule) => rule.scopes));
const isScope = (text: string | undefined): text is Scope => text !== undefined && scopes.has(text);

/** Where in the page a key was pressed, as the rules of dispatch want to know it. */
export function keyPlaceOf(target: EventTarget | null, lastUsed: readonly Scope[]): KeyPlace {
  const element = target instanceof HTMLElement ? target : null;
  const layer = element?.closest(layers) ?? null;
  return {
    around: regionsAround(element, layer),
    lastUsed,
    inField: element !== null && isField(element),
    inLayer: layer !== null,
    onControl: element !== null && element.closest(controls) !== null,
  };
}

function isField(element: HTMLElement): boolean {
  if (element.isContentEditable) return true;
  if (element instanceof HTMLInputElement) return !textTypes.test(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** The regions from the element outwards; a dialog cuts off what lies behind it. */
export function regionsAround(element: Element | null, layer: Element | null): readonly Scope[] {
  const found: Scope[] = [];
  let at: Element | null = element;
  while (at !== null) {
    const scope = at instanceof HTMLElement ? at.dataset.actionScope : undefined;
    if (isScope(scope)) found.push(scope);
    if (at === layer) break;
    at = at.parentElement;
  }
  return found;
}
