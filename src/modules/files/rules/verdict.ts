import { type FileKind, kindOfExtension, kindOfType } from "./kinds";
import { isRunnableExtension } from "./runnable";
import { extensionOf, storedName } from "./stored-name";

/** Why a file is refused; the words are for the person who sent it. */
export const refusals = {
  empty: "The file is empty.",
  too_large: "The file is larger than we accept.",
  executable: "The file is a program, and programs are not accepted.",
  script: "The file is a script, and scripts are not accepted.",
  macros: "The document contains macros, and macros are not accepted.",
  mismatch: "The file is not what its name or type says.",
  polyglot: "The file is two kinds of file at once.",
  archive_bomb: "The archive would unpack to far more than it should.",
  archive_broken: "The archive cannot be read.",
} as const;
export type FileRefusal = keyof typeof refusals;

/** What looking into the file has shown. */
export type FileFacts = {
  bytes: number;
  kind: FileKind;
  /** The first of these that is true decides. */
  runnable: boolean;
  script: boolean;
  macros: boolean;
  bomb: boolean;
  broken: boolean;
  polyglot: boolean;
};

export type Verdict = {
  accepted: boolean;
  refusal: FileRefusal | null;
  type: string;
  disposition: "inline" | "attachment";
  name: string;
};

const strong: ReadonlySet<string> = new Set(["image", "audio", "video"]);

/** A slip within a family is mended by the name; a claim to be of another family is a lie. */
function lies(kind: FileKind, name: string, claimedType: string): boolean {
  const byName = kindOfExtension(extensionOf(name));
  if (byName !== undefined && byName.group !== kind.group) return true;
  const claimed = kindOfType(claimedType);
  if (claimed === undefined || claimed.group === kind.group) return false;
  return strong.has(claimed.group) || claimed.type === "application/pdf";
}

function refusalOf(facts: FileFacts, name: string, claimedType: string, bytesMax: number) {
  const { kind } = facts;
  const runsByName = isRunnableExtension(extensionOf(name));
  const checks: [FileRefusal, boolean][] = [
    ["empty", facts.bytes === 0],
    ["too_large", facts.bytes > bytesMax],
    ["executable", facts.runnable],
    ["script", facts.script || (runsByName && kind.group === "text")],
    ["macros", facts.macros],
    ["executable", runsByName && kind.group === "other"],
    ["archive_broken", facts.broken],
    ["archive_bomb", facts.bomb],
    ["polyglot", facts.polyglot],
    ["mismatch", lies(kind, name, claimedType)],
  ];
  return checks.find(([, applies]) => applies)?.[0] ?? null;
}

/** Whether a file may be kept, what it is, how it is shown, and under which name: by content. */
export function verdict(
  facts: FileFacts,
  claim: { name: string; type: string },
  bytesMax: number,
): Verdict {
  const refusal = refusalOf(facts, claim.name, claim.type, bytesMax);
  return {
    accepted: refusal === null,
    refusal,
    type: facts.kind.type,
    disposition: refusal === null ? facts.kind.disposition : "attachment",
    name: storedName(claim.name, facts.kind),
  };
}
