import { droppedWithContent } from "./policy";

const endTags = new RegExp(`</(${[...droppedWithContent].join("|")})(?=[\\s/>])`, "gi");
/** Their content is never markup, so an inner start tag of the same name opens nothing. */
const raw: ReadonlySet<string> = new Set([
  "iframe",
  "noembed",
  "noframes",
  "noscript",
  "script",
  "style",
  "title",
]);

/** Unclosed, these hide the rest of the document in a browser as well. */
const swallowing: ReadonlySet<string> = new Set(["script", "style", "title"]);

/**
 * Knows whether the reader is inside an element that goes with its content. One that is never
 * closed takes only its own tag along, so that a stray `<svg>` does not swallow a whole letter;
 * a browser would show what follows, too.
 */
export class Skipping {
  private readonly lastEnds = new Map<string, number>();
  private tag = "";
  private depth = 0;

  constructor(html: string) {
    for (const match of html.matchAll(endTags)) {
      this.lastEnds.set(match[1]?.toLowerCase() ?? "", match.index + 2);
    }
  }

  get active(): boolean {
    return this.depth > 0;
  }

  /** `at` is where the tag's name begins. */
  start(tag: string, at: number): void {
    if (this.active) {
      if (tag === this.tag && !raw.has(tag)) this.depth += 1;
      return;
    }
    if (!droppedWithContent.has(tag)) return;
    if (!swallowing.has(tag) && at > (this.lastEnds.get(tag) ?? -1)) return;
    this.tag = tag;
    this.depth = 1;
  }

  end(tag: string, at: number): void {
    if (!this.active || tag !== this.tag) return;
    this.depth -= 1;
    if (at >= (this.lastEnds.get(tag) ?? -1)) this.depth = 0;
  }
}
