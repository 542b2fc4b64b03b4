import { phrasingTags, tableTags } from "./policy";

/** Words and pictures never stand directly in these. */
const tableContexts: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr"]);
const cells: ReadonlySet<string> = new Set(["td", "th", "caption"]);
const sections: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);

export const isTableContext = (tag: string | undefined) =>
  tag !== undefined && tableContexts.has(tag);
export const isCell = (tag: string) => cells.has(tag);
export const isSection = (tag: string) => sections.has(tag);

/**
 * Where the nearest open `wanted` stands, or -1. The search ends at an element for which `stops`
 * says so; the stack is never deeper than the nesting bound, so this is constant work.
 */
export function findOpen(
  stack: readonly string[],
  wanted: (tag: string) => boolean,
  stops: (tag: string) => boolean,
): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const tag = stack[at];
    if (tag === undefined || wanted(tag)) return at;
    if (stops(tag)) return -1;
  }
  return -1;
}

/** What an end tag or a start tag inside a cell can never reach past. */
export const cellBoundary = (tag: string) => cells.has(tag) || tag === "table";
export const tableBoundary = (tag: string) => tag === "table";
const listBoundary = (tag: string) => cellBoundary(tag) || tag === "ul" || tag === "ol";

/** An item ends the item before it through marks, paragraphs and divisions only (WHATWG 13.2.6.4.7). */
export const itemBoundary = (tag: string) => !phrasingTags.has(tag) && tag !== "p" && tag !== "div";

/** How far the end tag of each kind of element reaches. */
export function boundaryOfEnd(tag: string): (open: string) => boolean {
  if (phrasingTags.has(tag)) return (open) => !phrasingTags.has(open) && open !== "p";
  if (tag === "li") return listBoundary;
  if (tableTags.has(tag)) return tableBoundary;
  return cellBoundary;
}
