import { Visitor } from "oxc-parser";
import { type Check, counted } from "../check";
import { namesHome } from "../house";
import { nameOf } from "../syntax";
import { fileCheck, visit } from "../syntax-check";
import type { SourceFile } from "../tree";
import { runs, stringsOf } from "./names";

/** A refusal has a code of the one table; a second kind of error would have no words and no status. */
export const errorCodes = fileCheck(
  "errors have codes",
  (path, source) => runs(path, source) && path.startsWith("src/modules/"),
  (source, tell) =>
    visit(source, {
      NewExpression: (node) => {
        if (["TRPCError", "APIError"].includes(nameOf(node.callee))) {
          tell(
            node,
            `${nameOf(node.callee)} has no row in ${namesHome.errors}: throw an AppError with a code`,
          );
        }
      },
    }),
);

function codesIn(part: SourceFile): { code: string; start: number }[] {
  const codes: { code: string; start: number }[] = [];
  new Visitor({
    Property: (node) => {
      if (node.value.type !== "ObjectExpression" || node.key.type !== "Identifier") return;
      if (/^[a-z]+(_[a-z]+)+$/.test(node.key.name))
        codes.push({ code: node.key.name, start: node.start });
    },
  }).visit(part.program);
  return codes;
}

export const unusedErrorCodes: Check = {
  name: "error codes are used",
  look: (tree) => {
    const parts = tree.sources.filter(({ path }) => path.startsWith(namesHome.errors));
    const elsewhere = new Set(
      tree.sources
        .filter((source) => runs(source.path, source) && !parts.includes(source))
        .flatMap((source) => stringsOf(source).map(({ text }) => text)),
    );
    const codes = parts.flatMap((part) => codesIn(part).map((code) => ({ ...code, part })));
    const findings = codes
      .filter(({ code }) => !elsewhere.has(code))
      .map(({ code, start, part }) => ({
        path: part.path,
        line: part.lineOf(start),
        says: `${code} is thrown by nobody: delete the row, or throw it where it belongs`,
      }));
    return { looked: counted(codes.length, "code"), findings };
  },
};
