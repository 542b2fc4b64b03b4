import type { Expression } from "oxc-parser";
import { namesHome } from "../house";
import { nameOf } from "../syntax";
import { fileCheck, visit } from "../syntax-check";
import { liesIn } from "../tree";
import { runs } from "./names";

const unit =
  /(Ms|Seconds|Minutes|Hours|Days|Bytes|Max|Min|_MS|_SECONDS|_MINUTES|_BYTES|_MAX|_MIN)([A-Z_].*)?$/;

/** A day has as many milliseconds everywhere: that is arithmetic, not a bound. */
const arithmetic =
  /^((nano|micro|milli)?(second|minute|hour|day|week|month|year)s?)+(In|Per)?(Ms|Milliseconds|Seconds|Minutes|Hours|Day|Week)?$/i;

const timers = ["setTimeout", "setInterval", "AbortSignal.timeout"];

/**
 * Numbers that bound what runs stand once, beside the relations that must hold between them. A
 * number of the domain or of an algorithm stands in the rule that it belongs to.
 */
export const limits = fileCheck(
  "limits",
  (path, source) =>
    runs(path, source) &&
    !liesIn(path, [namesHome.limits, "src/ui/"]) &&
    !/\/(rules|components)[./]/.test(path),
  (source, tell) => {
    const instead = `it stands in ${namesHome.limits} beside its relations, take it from there`;
    for (const statement of source.program.body) {
      const declared =
        statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type !== "VariableDeclaration") continue;
      for (const { id, init } of declared.declarations) {
        if (id.type !== "Identifier" || !unit.test(id.name) || arithmetic.test(id.name)) continue;
        if (isNumber(init)) tell(id, `${id.name} bounds something: ${instead}`);
      }
    }
    visit(source, {
      CallExpression: (node) => {
        const name = nameOf(node.callee);
        const waits = node.arguments[name === "AbortSignal.timeout" ? 0 : 1];
        if (!timers.includes(name) || waits === undefined || waits.type === "SpreadElement") return;
        if (isNumber(waits) && source.text.slice(waits.start, waits.end) !== "0") {
          tell(waits, `a bare number of milliseconds bounds a wait: ${instead}`);
        }
      },
    });
  },
);

function isNumber(node: Expression | null): boolean {
  if (node === null) return false;
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.type === "UnaryExpression") return isNumber(node.argument);
  if (node.type !== "BinaryExpression" || node.left.type === "PrivateIdentifier") return false;
  return isNumber(node.left) && isNumber(node.right);
}
