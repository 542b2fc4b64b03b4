const highlightName = "search-hit";

/** Marks words in a text without touching its HTML; browsers that cannot leave them as they are. */
export function markWords(article: HTMLElement, words: readonly string[]): void {
  if (words.length === 0 || CSS.highlights === undefined) return;
  const wanted = new Set(words.map((word) => word.toLocaleLowerCase()));
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!wanted.has(word.toLocaleLowerCase())) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}

export function unmarkWords(): void {
  CSS.highlights?.delete(highlightName);
}
