import { limits } from "@/platform/limits";
import { cleanAttributes, nameDangers } from "./attributes";
import { readable, wellFormed } from "./characters";
import { libraryPass } from "./library-pass";
import { allowedTags, dividingTags, droppedWithContent, frameTags, renamedTags } from "./policy";
import { Skipping } from "./skip";
import { readTokens } from "./tokens";
import { HtmlWriter } from "./writer";

type CleanedHtml = {
  html: string;
  /** What was taken out: elements, attributes and schemes ("script", "onclick", "javascript:"). */
  removed: string[];
};

const allowed: ReadonlySet<string> = new Set(allowedTags);
const nothing: ReadonlyMap<string, string> = new Map();

function names() {
  const seen = new Set<string>();
  return {
    add: (name: string) => {
      if (seen.size < limits.htmlRemovedNamesMax)
        seen.add(name.slice(0, limits.htmlRemovedNameCharsMax));
    },
    sorted: () => [...seen].sort(),
  };
}

/**
 * HTML of a stranger as readers may be shown it: formatting, links, lists, tables and safe
 * pictures stay; whatever could run, load or submit goes. Cleaning twice changes nothing.
 */
export function cleanHtml(html: string): CleanedHtml {
  const input = readable(wellFormed(html));
  const removed = names();
  const writer = new HtmlWriter();
  const skipping = new Skipping(input);

  const startAllowed = (tag: string, given: ReadonlyMap<string, string>) => {
    const kept = cleanAttributes(tag, given, removed.add);
    if (tag === "img" && !kept.has("src")) {
      if (!given.has("src")) removed.add(tag);
      writer.text(kept.get("alt") ?? "");
    } else if (tag === "a" && !kept.has("href")) return;
    else if (!writer.start(tag, kept)) removed.add(tag);
  };

  readTokens(input, {
    start: (name, given, at) => {
      const tag = renamedTags[name] ?? name;
      const wasSkipping = skipping.active;
      skipping.start(tag, at);
      if (wasSkipping) {
        nameDangers(given, removed.add);
        if (droppedWithContent.has(tag)) removed.add(tag);
      } else if (allowed.has(tag)) startAllowed(tag, given);
      else {
        nameDangers(given, removed.add);
        if (!frameTags.has(tag)) removed.add(tag);
        if (dividingTags.has(tag)) writer.start("div", nothing);
      }
    },
    end: (name, at) => {
      const tag = renamedTags[name] ?? name;
      if (skipping.active) skipping.end(tag, at);
      else if (tag === "br") writer.start("br", nothing);
      else if (dividingTags.has(tag)) writer.end("div");
      else if (allowed.has(tag)) writer.end(tag);
    },
    text: (text) => {
      if (!skipping.active) writer.text(readable(text));
    },
  });
  return { html: libraryPass(writer.finish()), removed: removed.sorted() };
}
