import { type CallExpression, type NewExpression, Visitor } from "oxc-parser";
import { chainOf, firstArgument, nameOf, textOf } from "../syntax";
import { fileCheck, type Tell, visit } from "../syntax-check";
import type { SourceFile } from "../tree";

const testWords = ["test", "it", "describe", "suite", "bench"];
const leftOut = ["only", "skip", "todo", "fixme", "skipIf", "runIf", "fails", "fail"];
const shortForms = ["fit", "fdescribe", "xit", "xtest", "xdescribe"];

const inTests = (path: string, source: SourceFile) => source.isTest || path.startsWith("e2e/");

/** Every test runs, every time, and none passes by waiting long enough. */
export const wholeTests = fileCheck("tests run whole", inTests, (source, tell) =>
  visit(source, {
    CallExpression: (node) => {
      const chain = chainOf(node.callee) ?? [];
      const word =
        testWords.includes(chain[0] ?? "") && chain.at(-1) !== "()"
          ? chain.find((each) => leftOut.includes(each))
          : undefined;
      const short = shortForms.find((each) => chain.length === 1 && each === chain[0]);
      if (word !== undefined || short !== undefined) {
        tell(node, `${word ?? short} leaves tests out: mend the test or delete it`);
      }
      if (chain.at(-1) === "waitForTimeout") tell(node, `waitForTimeout ${noSleep}`);
    },
    NewExpression: (node) => {
      if (isSleep(node)) tell(node, `a promise of setTimeout ${noSleep}`);
    },
    ImportDeclaration: (node) => {
      if (/^(node:)?timers\/promises$/.test(node.source.value))
        tell(node, `timers/promises ${noSleep}`);
    },
  }),
);

const noSleep =
  "sleeps: move the clock, or wait for what should happen (vi.waitFor, expect.poll, a locator)";

/** `new Promise((done) => setTimeout(done, 100))`, in its usual spellings. */
function isSleep(node: NewExpression): boolean {
  if (nameOf(node.callee) !== "Promise") return false;
  const body = firstArgument(node);
  if (body?.type !== "ArrowFunctionExpression" && body?.type !== "FunctionExpression") return false;
  const inner = body.body;
  if (inner === null) return false;
  if (inner.type !== "BlockStatement") return inner.type === "CallExpression" && isTimer(inner);
  const only = inner.body.length === 1 ? inner.body[0] : undefined;
  if (only?.type !== "ExpressionStatement") return false;
  return only.expression.type === "CallExpression" && isTimer(only.expression);
}

function isTimer(node: CallExpression): boolean {
  return ["setTimeout", "setImmediate"].includes(nameOf(node.callee));
}

/** A failure names one test: two of one name in a file cannot be told apart. */
export const testNames = fileCheck("test names", inTests, uniqueNames);

function uniqueNames(source: SourceFile, tell: Tell): void {
  const seen = new Set<string>();
  const within: string[] = [];
  const titleOf = (node: CallExpression) => {
    const chain = chainOf(node.callee) ?? [];
    if (!testWords.includes(chain[0] ?? "") || chain.at(-1) === "step") return undefined;
    const title = textOf(firstArgument(node));
    return title === undefined ? undefined : { title, isGroup: chain.some(isGroupWord) };
  };
  new Visitor({
    CallExpression: (node) => {
      const named = titleOf(node);
      if (named === undefined) return;
      const whole = [...within, named.title].join(" > ");
      if (named.isGroup) {
        within.push(named.title);
      } else if (seen.has(whole)) {
        tell(
          node,
          `"${whole}" is the name of another test here: say what this one guarantees beside it`,
        );
      } else {
        seen.add(whole);
      }
    },
    "CallExpression:exit": (node) => {
      if (titleOf(node)?.isGroup === true) within.pop();
    },
  }).visit(source.program);
}

const isGroupWord = (word: string) => ["describe", "suite"].includes(word);
