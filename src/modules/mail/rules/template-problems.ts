import { openVariables } from "@/platform/placeholders";

type Checked = {
  variables: Readonly<Record<string, unknown>>;
  carriesMessage: boolean;
};
type Words = { subject: string; body: string; button: string; foot: string };

const messageLine = /^[ \t]*\{\{\s*message\s*\}\}[ \t]*$/gm;

/** Why a letter cannot be sent with these words: nothing of it would reach a reader as meant. */
export function templateProblems({ variables, carriesMessage }: Checked, words: Words): string[] {
  const problems: string[] = [];
  const { subject, body, button, foot } = words;
  const places = body.match(messageLine)?.length ?? 0;
  if (carriesMessage && places !== 1)
    problems.push("Put {{message}} on a line of its own, once: there stands what was written.");
  const outside = carriesMessage ? body.replace(messageLine, "") : body;
  const unknown = openVariables([subject, outside, button, foot].join("\n")).filter(
    (name) => !Object.hasOwn(variables, name),
  );
  if (unknown.length > 0)
    problems.push(
      `Nobody knows ${unknown.map((name) => `{{${name}}}`).join(", ")} in this letter. Take it out or choose another.`,
    );
  if (/[\r\n]/.test(subject)) problems.push("The subject is one line.");
  return problems;
}
