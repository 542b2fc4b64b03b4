import { machine } from "../house";
import { chainOf, nameOf } from "../syntax";
import { fileCheck, visit } from "../syntax-check";
import { liesIn } from "../tree";

const clocks = [
  "Date.now",
  "performance.now",
  "performance.timeOrigin",
  "process.hrtime",
  "process.uptime",
  "Temporal.Now",
];
const useClock =
  "asks the machine for the time: take `now` as an argument, or now(), nowMs() or monotonicMs() from @/platform/clock";

export const clock = fileCheck(
  "clock",
  (path) => !liesIn(path, [machine.clock.home, ...machine.clock.except]),
  (source, tell) =>
    visit(source, {
      MemberExpression: (node) => {
        if (clocks.includes(nameOf(node))) tell(node, `${nameOf(node)} ${useClock}`);
      },
      NewExpression: (node) => {
        if (nameOf(node.callee) === "Date" && node.arguments.length === 0) {
          tell(node, `new Date() ${useClock}`);
        }
      },
      CallExpression: (node) => {
        if (nameOf(node.callee) === "Date") tell(node, `Date() ${useClock}`);
      },
      VariableDeclarator: (node) => {
        if (node.id.type !== "ObjectPattern" || node.init === null) return;
        const from = nameOf(node.init);
        if (["Date", "performance"].includes(from))
          tell(node, `a name taken out of ${from} ${useClock}`);
      },
    }),
);

const useEnvironment =
  "reads the environment: declare the name in src/platform/env and take the parsed value from there";

export const environment = fileCheck(
  "environment",
  (path) => !liesIn(path, [machine.environment.home, ...machine.environment.except]),
  (source, tell) =>
    visit(source, {
      MemberExpression: (node) => {
        const chain = (chainOf(node) ?? []).join(".");
        if (/(^|\.)process\.env$/.test(chain)) tell(node, `process.env ${useEnvironment}`);
        if (chain === "import.meta.env") tell(node, `import.meta.env ${useEnvironment}`);
      },
      VariableDeclarator: (node) => {
        if (node.id.type !== "ObjectPattern" || node.init === null) return;
        if (nameOf(node.init) !== "process") return;
        for (const property of node.id.properties) {
          if (property.type !== "Property" || property.key.type !== "Identifier") continue;
          if (property.key.name === "env") tell(node, `process.env ${useEnvironment}`);
        }
      },
      ImportDeclaration: (node) => {
        if (!["process", "node:process"].includes(node.source.value)) return;
        for (const each of node.specifiers) {
          if (each.type !== "ImportSpecifier" || each.imported.type !== "Identifier") continue;
          if (each.imported.name === "env") tell(node, `env of node:process ${useEnvironment}`);
        }
      },
    }),
);

export const addresses = fileCheck(
  "addresses",
  (path) => !liesIn(path, machine.addresses.except),
  (source, tell) =>
    visit(source, {
      MemberExpression: (node) => {
        if (nameOf(node) === "URL.canParse") {
          tell(
            node,
            "URL.canParse denies addresses with an umlaut once Node has compiled it: ask readUrl of @/platform/shape",
          );
        }
      },
    }),
);

export const consoles = fileCheck(
  "console",
  (path) => !liesIn(path, machine.console.except),
  (source, tell) =>
    visit(source, {
      MemberExpression: (node) => {
        if (/^console\.\w+$/.test(nameOf(node))) {
          tell(node, `${nameOf(node)} is read by nobody: log with a logger from @/platform/log`);
        }
      },
    }),
);
