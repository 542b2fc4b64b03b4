import { fileCheck, visit } from "../syntax-check";

const instead = "parse with zod at the boundary, narrow with a test, or give the value its type";
const suppressions =
  /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|prettier-ignore|(v8|istanbul|c8) ignore/;

/** What silences the compiler: the types of this house are true or they are worth nothing. */
export const types = fileCheck(
  "types are true",
  () => true,
  (source, tell) => {
    visit(source, {
      TSAnyKeyword: (node) => tell(node, `any: ${instead}`),
      TSAsExpression: (node) => {
        const { typeAnnotation: type } = node;
        const isConst =
          type.type === "TSTypeReference" &&
          type.typeName.type === "Identifier" &&
          type.typeName.name === "const";
        if (!isConst) {
          const words = source.text.slice(type.start, type.end).replace(/\s+/g, " ");
          tell(type, `as ${words}: ${instead} (satisfies and as const are welcome)`);
        }
      },
      TSTypeAssertion: (node) => tell(node, `<T>value is a cast: ${instead}`),
      TSNonNullExpression: (node) =>
        tell(node, "! claims what it does not check: handle the absence, or assert with a message"),
      VariableDeclarator: (node) => {
        if (node.definite === true)
          tell(node, "! on a variable: give it its value where it is made");
      },
      PropertyDefinition: (node) => {
        if (node.definite === true) tell(node, "! on a field: set it in the constructor");
      },
      ExportAllDeclaration: (node) =>
        tell(node, "export * opens a door to everything: export name by name"),
    });
    for (const comment of source.comments) {
      const silenced = suppressions.exec(comment.value)?.[0];
      if (silenced !== undefined)
        tell(comment, `${silenced} silences a rule: mend what it points at`);
    }
  },
);
