/** What a form of ours shows after it was sent: what was written, and what is to be mended. */
export type FormState = {
  /** Counts the attempts, so that each failed one is announced. */
  attempt: number;
  values: Readonly<Record<string, string>>;
  errors: readonly { field: string; message: string }[];
  /** What went wrong with the whole, in words for a person. */
  refusal: string | null;
  /** It worked, and this is what happens next. */
  done: string | null;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
