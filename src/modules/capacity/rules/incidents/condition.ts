export type ConditionLevel = "fine" | "warning" | "critical" | "unknown";

/** One thing that is watched, as it is now. */
export type Condition = {
  /** What an incident is about: while it lasts there is one of this subject. */
  readonly subject: string;
  readonly level: ConditionLevel;
  readonly title: string;
  readonly says: string;
  /** What to do. */
  readonly action: string;
  /** The page that shows more. */
  readonly path: string;
};
