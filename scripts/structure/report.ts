import type { Check, Finding, Outcome } from "./check";
import type { Tree } from "./tree";

export type Report = { readonly text: string; readonly failed: number };

/** Runs every check; a check that breaks is a failed check, never a silent one. */
export async function reportOn(tree: Tree, checks: readonly Check[]): Promise<Report> {
  const outcomes = await Promise.all(checks.map(async (check) => outcomeOf(check, tree)));
  const lines = outcomes.flatMap(({ name, looked, findings }) =>
    findings.length === 0
      ? [`ok  ${name} (${looked})`]
      : [
          `no  ${name} (${looked})`,
          ...inOrder(findings).map(({ path, line, says }) => `      ${path}:${line}  ${says}`),
        ],
  );
  const failed = outcomes.filter(({ findings }) => findings.length > 0).length;
  lines.push("", `${outcomes.length - failed} passed, ${failed} failed`);
  return { text: `${lines.join("\n")}\n`, failed };
}

async function outcomeOf(check: Check, tree: Tree): Promise<Outcome & { name: string }> {
  try {
    return { name: check.name, ...(await check.look(tree)) };
  } catch (error) {
    const says = `the check could not look: ${error instanceof Error ? error.message : String(error)}`;
    const findings = [{ path: "scripts/structure", line: 1, says }];
    return { name: check.name, looked: "nothing", findings };
  }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
