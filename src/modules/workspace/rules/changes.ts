import type { Trouble } from "./trouble";

export type WorkspaceFields = {
  name: string;
  accent: string | null;
  languages: readonly string[];
  colleaguesShare: boolean;
  trouble: Trouble;
};

export type WorkspaceChange = {
  field: keyof WorkspaceFields | "logo";
  before: string;
  after: string;
};

function said(value: WorkspaceFields[keyof WorkspaceFields]): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if ("length" in value) return value.join(", ");
  // The database keeps them in an order of its own.
  const words = Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
  return words.map(([, text]) => text).join(", ");
}

/** What a saved form changes, field by field, as the history keeps it. */
export function changesOf(before: WorkspaceFields, after: WorkspaceFields): WorkspaceChange[] {
  const fields = ["name", "accent", "languages", "colleaguesShare", "trouble"] as const;
  return fields
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))
    .filter((change) => change.before !== change.after);
}
