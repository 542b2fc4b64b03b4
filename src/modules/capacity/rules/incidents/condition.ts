export type ConditionLevel = "fine" | "warning" | "critical" | "unknown";

/** What is said of a condition: what it is, how it stands, and what to do. */
export type Said = { readonly title: string; readonly says: string; readonly action: string };

/** The same in the languages of letters beside that of the console. */
export type Abroad = { readonly de: Said; readonly es: Said };

/** One thing that is watched, as it is now. */
export type Condition = Said & {
  /** What an incident is about: while it lasts there is one of this subject. */
  readonly subject: string;
  readonly level: ConditionLevel;
  /** The page that shows more. */
  readonly path: string;
  /** Null of what was written down before it was said in other languages. */
  readonly abroad: Abroad | null;
};
