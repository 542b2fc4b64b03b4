/** What one check found: fine, worth knowing, or broken with what to do about it. */
export type Finding =
  | { state: "ok" | "note"; says: string }
  | { state: "broken"; says: string; mend: string };

export type Check = { name: string; look: () => Promise<Finding> | Finding };

export const ok = (says: string): Finding => ({ state: "ok", says });
export const note = (says: string): Finding => ({ state: "note", says });
export const broken = (says: string, mend: string): Finding => ({ state: "broken", says, mend });

/** The sentences of an Advice: what is wrong, then what to do. */
export function brokenBy(message: string): Finding {
  const [says = "", ...advice] = message.split(/(?<=\.)\s+/);
  return broken(says, advice.join(" ") || "look into what it says");
}

const signs: Readonly<Record<Finding["state"], string>> = {
  ok: "ok    ",
  note: "note  ",
  broken: "BROKEN",
};

export function findingLines(name: string, finding: Finding): string[] {
  const says = finding.says.replaceAll("\n", `\n${" ".repeat(24)}`);
  const line = `${signs[finding.state]}  ${name.padEnd(14)}  ${says}`;
  return finding.state === "broken"
    ? [line, `${" ".repeat(24)}To mend it: ${finding.mend}`]
    : [line];
}
