import type { CallExpression, Expression, NewExpression, Super } from "oxc-parser";

/** `a.b.c` as ["a", "b", "c"]; names in brackets count too; undefined where something else stands in it. */
export function chainOf(node: Expression | Super): readonly string[] | undefined {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "ThisExpression") return ["this"];
  if (node.type === "MetaProperty") return [node.meta.name, node.property.name];
  if (node.type === "ChainExpression" || node.type === "TSNonNullExpression") {
    return chainOf(node.expression);
  }
  if (node.type === "CallExpression") {
    const callee = chainOf(node.callee);
    return callee === undefined ? undefined : [...callee, "()"];
  }
  if (node.type !== "MemberExpression") return undefined;
  const object = chainOf(node.object);
  if (object === undefined) return undefined;
  if (!node.computed) return [...object, node.property.name];
  const name = textOf(node.property);
  return name === undefined ? undefined : [...object, name];
}

/** The same as one string, without the names that stand for the global object. */
export function nameOf(node: Expression | Super): string {
  const chain = chainOf(node) ?? [];
  const globals = ["globalThis", "window", "self", "global"];
  return (globals.includes(chain[0] ?? "") && chain.length > 1 ? chain.slice(1) : chain).join(".");
}

/** The text of a string that is written down whole. */
export function textOf(node: Expression | { type: string } | null | undefined): string | undefined {
  if (node === null || node === undefined) return undefined;
  if ("value" in node && node.type === "Literal" && typeof node.value === "string")
    return node.value;
  if ("quasis" in node && node.type === "TemplateLiteral" && node.quasis.length === 1) {
    return node.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

export function firstArgument(call: CallExpression | NewExpression): Expression | undefined {
  const first = call.arguments[0];
  return first === undefined || first.type === "SpreadElement" ? undefined : first;
}
