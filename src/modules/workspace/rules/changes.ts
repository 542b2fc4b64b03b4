export type WorkspaceFields = {
  name: string;
  accent: string | null;
  languages: readonly string[];
  colleaguesShare: boolean;
};

export type WorkspaceChange = {
  field: keyof WorkspaceFields | "logo";
  before: string;
  after: string;
};

const said = (value: WorkspaceFields[keyof WorkspaceFields]): string =>
  value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value);

/** What a saved form changes, field by field, as the history keeps it. */
export function changesOf(before: WorkspaceFields, after: WorkspaceFields): WorkspaceChange[] {
  const fields = ["name", "accent", "languages", "colleaguesShare"] as const;
  return fields
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))
    .filter((change) => change.before !== change.after);
}
