import { limits } from "@/platform/limits";

type Node = { readonly id: string; readonly parentId: string | null };

/** From the top down to this one; never longer than the tree may be deep. */
export function pathTo<N extends Node>(all: readonly N[], id: string): N[] {
  const path: N[] = [];
  let at = all.find((node) => node.id === id);
  while (at !== undefined && path.length < limits.kbCategoryDepthMax + 1) {
    path.unshift(at);
    const { parentId } = at;
    at = parentId === null ? undefined : all.find((node) => node.id === parentId);
  }
  return path;
}

/** This one and all that stand in it. */
export function withParts<N extends Node>(all: readonly N[], id: string): N[] {
  const found = all.filter((node) => node.id === id);
  for (const node of found) found.push(...all.filter(({ parentId }) => parentId === node.id));
  return found;
}

const heightOf = (all: readonly Node[], id: string): number =>
  1 +
  all
    .filter(({ parentId }) => parentId === id)
    .reduce((highest, part) => Math.max(highest, heightOf(all, part.id)), 0);

/** Whether it may stand there: not inside itself, and nothing of it too deep. */
export function mayStand(all: readonly Node[], id: string, parentId: string | null): boolean {
  if (parentId === null) return heightOf(all, id) <= limits.kbCategoryDepthMax;
  if (withParts(all, id).some((node) => node.id === parentId)) return false;
  return pathTo(all, parentId).length + heightOf(all, id) <= limits.kbCategoryDepthMax;
}

/** Categories in reading order: each before its parts, with how deep it stands. */
export function inOrder<N extends Node & { readonly place: number }>(
  all: readonly N[],
  parentId: string | null = null,
  depth = 0,
): { node: N; depth: number }[] {
  if (depth > limits.kbCategoryDepthMax) return [];
  return all
    .filter((node) => node.parentId === parentId)
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id))
    .flatMap((node) => [{ node, depth }, ...inOrder(all, node.id, depth + 1)]);
}
