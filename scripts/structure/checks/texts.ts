import { type Check, counted } from "../check";
import { spoken } from "../spoken";
import { textOf } from "../syntax";
import { fileCheck, visit } from "../syntax-check";
import { liesIn, type SourceFile } from "../tree";
import { runs, stringsOf } from "./names";

const forCustomers = (path: string, source: SourceFile) =>
  runs(path, source) && liesIn(path, spoken.places) && !liesIn(path, spoken.except);

/** Attributes whose text a person reads or hears. */
const read = [
  "label",
  "title",
  "hint",
  "alt",
  "placeholder",
  "aria-label",
  "intro",
  "text",
  "verb",
];
const isWords = (text: string) => /\p{L}{2,}/u.test(text);
const instead =
  "is said in one language alone: put it into src/platform/i18n/messages and say it by its key (docs/languages.md)";

export const textsSpoken = fileCheck("customers' texts", forCustomers, (source, tell) =>
  visit(source, {
    JSXText: (node) => {
      if (isWords(node.value)) tell(node, `"${node.value.trim()}" ${instead}`);
    },
    JSXAttribute: (node) => {
      const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
      if (!read.includes(name) || node.value === null) return;
      const given =
        node.value.type === "JSXExpressionContainer" ? node.value.expression : node.value;
      const text = textOf(given);
      if (text !== undefined && isWords(text)) tell(node, `${name}="${text}" ${instead}`);
    },
  }),
);

const physical =
  /(?<![\w-])-?(?:[mp][lr]|left|right|text-(?:left|right)|border-[lr]|rounded-[lr]|float-(?:left|right)|scroll-[mp][lr])(?:-[\w.[\]/()%-]+)?(?![\w-])/u;

/** Pages that may be read from right to left know a start and an end, and no left and right. */
const haveSides = (path: string, source: SourceFile) =>
  forCustomers(path, source) || (runs(path, source) && liesIn(path, spoken.sides));

export const logicalSides = fileCheck("logical sides", haveSides, (source, tell) =>
  visit(source, {
    JSXAttribute: (node) => {
      const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
      if (!name.endsWith("lassName") || node.value === null) return;
      const said = source.text.slice(node.value.start, node.value.end);
      const found = physical.exec(said.replaceAll(/[^"'`\s]+:/gu, ""));
      if (found !== null)
        tell(
          node,
          `${found[0]} is a side of the screen: use its logical twin (ms-, pe-, start-, text-end)`,
        );
    },
  }),
);

/** A key that no string of the code names is said nowhere. */
export const textsUsed: Check = {
  name: "texts are used",
  look: (tree) => {
    const files = tree.paths.filter((path) => path.startsWith(spoken.messages));
    const named = new Set(
      tree.sources
        .filter((source) => runs(source.path, source))
        .flatMap((source) => stringsOf(source).map(({ text }) => text)),
    );
    let keys = 0;
    const findings = files.flatMap((path) => {
      if (!path.endsWith(".json") || liesIn(path, spoken.byCode)) return [];
      const texts: object = JSON.parse(tree.read(path));
      return Object.keys(texts).flatMap((key) => {
        keys += 1;
        const says = `${key} is said nowhere: delete it in every language, or say it`;
        return named.has(key) ? [] : [{ path, line: 1, says }];
      });
    });
    return { looked: counted(keys, "text"), findings };
  },
};
