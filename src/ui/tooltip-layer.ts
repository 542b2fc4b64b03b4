import { keyCaps } from "./keys";
import { isMac } from "./platform-keys";

const gapPx = 6;
let layer: HTMLDivElement | undefined;
let shownFor: Element | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

function ensureLayer(): HTMLDivElement {
  if (layer?.isConnected) return layer;
  layer = document.createElement("div");
  layer.popover = "manual";
  // The words are in the accessible name or description of their anchor already.
  layer.setAttribute("aria-hidden", "true");
  layer.className =
    "inset-auto m-0 max-w-80 rounded-control border border-line bg-ink px-2 py-1 text-canvas text-small shadow-float";
  layer.addEventListener("pointerenter", keepTip);
  layer.addEventListener("pointerleave", () => hideTip());
  document.body.append(layer);
  return layer;
}

/**
 * Shows one tip at a time, in the top layer, so that no pane and no dialog cuts it off.
 * The pointer may move on to it (WCAG 1.4.13).
 */
export function showTip(anchor: Element, text: string, keys?: string): void {
  keepTip();
  const tip = ensureLayer();
  const caps = keys === undefined ? [] : keyCaps(keys, isMac());
  tip.textContent = caps.length > 0 ? `${text}  ${caps.join(" ")}` : text;
  if (!tip.matches(":popover-open")) tip.showPopover();
  place(tip, anchor.getBoundingClientRect());
  shownFor = anchor;
  document.addEventListener("keydown", hideOnEscape, true);
  document.addEventListener("scroll", hideAtOnce, { capture: true, passive: true });
}

function place(tip: HTMLElement, anchor: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const above = anchor.top - height - gapPx;
  const below = anchor.bottom + gapPx;
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const leftMax = Math.max(gapPx, document.documentElement.clientWidth - width - gapPx);
  tip.style.top = `${above > 0 ? above : below}px`;
  tip.style.left = `${Math.min(Math.max(gapPx, centred), leftMax)}px`;
}

/** Hides after a moment, unless the pointer went on to the tip. */
export function hideTip(): void {
  clearTimeout(hiding);
  hiding = setTimeout(hideAtOnce, 100);
}

/** Hides the tip of an anchor that leaves the page. */
export function hideTipOf(anchor: Element): void {
  if (shownFor === anchor) hideAtOnce();
}

function keepTip(): void {
  clearTimeout(hiding);
}

function hideOnEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") hideAtOnce();
}

function hideAtOnce(): void {
  clearTimeout(hiding);
  if (layer?.matches(":popover-open")) layer.hidePopover();
  shownFor = undefined;
  document.removeEventListener("keydown", hideOnEscape, true);
  document.removeEventListener("scroll", hideAtOnce, { capture: true });
}
