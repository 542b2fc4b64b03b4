import { limits } from "@/platform/limits";
import { headingTags, ownAttributes, phrasingTags, tableTags, voidTags } from "./policy";
import {
  boundaryOfEnd,
  cellBoundary,
  findOpen,
  isCell,
  isSection,
  isTableContext,
  itemBoundary,
  tableBoundary,
} from "./scope";

const escapeText = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const escapeValue = (text: string) => escapeText(text).replace(/"/g, "&quot;");

/**
 * Writes allowed elements as HTML that every parser reads the same way: each element closed where
 * it must be, nothing nested that a browser would take apart, all text escaped. What is written
 * here does not depend on how the input was understood, and that is why it is safe.
 */
export class HtmlWriter {
  private readonly out: string[] = [];
  private readonly stack: string[] = [];
  /** Start tags that were too deep to keep, by name, so that their end tags close nothing else. */
  private readonly flattened = new Map<string, number>();
  private pending = "";
  private afterPreStart = false;

  text(text: string): void {
    this.pending += text;
  }

  /** Opens an element; false when it is too deep or out of place and only its content stays. */
  start(tag: string, attributes: ReadonlyMap<string, string>): boolean {
    this.flush();
    const fits =
      tableTags.has(tag) && tag !== "table" ? this.makeRoomInTable(tag) : this.makeRoom(tag);
    if (!fits) return false;
    if (this.stack.length >= limits.htmlNestingLevelsMax && !voidTags.has(tag)) {
      this.flattened.set(tag, (this.flattened.get(tag) ?? 0) + 1);
      return false;
    }
    this.open(tag, attributes);
    return true;
  }

  end(tag: string): void {
    if (voidTags.has(tag)) return;
    const tooDeep = this.flattened.get(tag) ?? 0;
    if (tooDeep > 0) {
      this.flattened.set(tag, tooDeep - 1);
      return;
    }
    const wanted = headingTags.has(tag)
      ? (open: string) => headingTags.has(open)
      : (open: string) => open === tag;
    const at = findOpen(this.stack, wanted, boundaryOfEnd(tag));
    if (at < 0) return;
    this.flush();
    this.closeTo(at);
  }

  finish(): string {
    this.flush();
    this.closeTo(0);
    return this.out.join("");
  }

  private get current(): string | undefined {
    return this.stack.at(-1);
  }

  private flush(): void {
    if (this.pending === "") return;
    let text = this.pending;
    this.pending = "";
    if (isTableContext(this.current)) {
      if (/^[ \t\n\f\r]*$/.test(text)) return;
      this.openCell();
    }
    // A parser drops the first line break of a pre.
    if (this.afterPreStart) text = text.replace(/^\n+/, "");
    if (text === "") return;
    this.afterPreStart = false;
    this.out.push(escapeText(text));
  }

  private open(tag: string, attributes: ReadonlyMap<string, string> = new Map()): void {
    const own = Object.entries(ownAttributes[tag] ?? {});
    const written = [...attributes, ...own].map(
      ([name, value]) => ` ${name}="${escapeValue(value)}"`,
    );
    const isVoid = voidTags.has(tag);
    this.out.push(`<${tag}${written.join("")}${isVoid ? " /" : ""}>`);
    if (!isVoid) this.stack.push(tag);
    this.afterPreStart = tag === "pre";
  }

  private closeTo(depth: number): void {
    while (this.stack.length > depth) this.out.push(`</${this.stack.pop()}>`);
    this.afterPreStart = false;
  }

  private close(tag: string, stops: (open: string) => boolean): void {
    const at = findOpen(this.stack, (open) => open === tag, stops);
    if (at >= 0) this.closeTo(at);
  }

  /** Words in a table but in no cell get one, where a browser would move them out of the table. */
  private openCell(): void {
    if (this.current === "table") this.open("tbody");
    if (this.current !== "tr") this.open("tr");
    this.open("td");
  }

  private makeRoom(tag: string): boolean {
    if (isTableContext(this.current)) this.openCell();
    if (tag === "a") this.close("a", cellBoundary);
    if (tag === "li") this.close("li", itemBoundary);
    if (tag === "dt" || tag === "dd") {
      const isTerm = (open: string) => open === "dt" || open === "dd";
      const at = findOpen(this.stack, isTerm, itemBoundary);
      if (at >= 0) this.closeTo(at);
    }
    if (!phrasingTags.has(tag) && tag !== "br" && tag !== "img") this.close("p", cellBoundary);
    if (headingTags.has(tag) && headingTags.has(this.current ?? "")) {
      this.closeTo(this.stack.length - 1);
    }
    return true;
  }

  private makeRoomInTable(tag: string): boolean {
    const table = this.stack.lastIndexOf("table");
    if (table < 0 || this.flattened.get("table")) return false;
    if (isCell(tag) && tag !== "caption") {
      const row = findOpen(this.stack, (open) => open === "tr", tableBoundary);
      const section = findOpen(this.stack, isSection, tableBoundary);
      this.closeTo((row >= 0 ? row : section >= 0 ? section : table) + 1);
      if (this.current === "table") this.open("tbody");
      if (this.current !== "tr") this.open("tr");
      return true;
    }
    if (tag === "tr") {
      const section = findOpen(this.stack, isSection, tableBoundary);
      this.closeTo((section >= 0 ? section : table) + 1);
      if (this.current === "table") this.open("tbody");
      return true;
    }
    this.closeTo(table + 1);
    return true;
  }
}
