/** What a form that was sent without JavaScript comes back with. */
export type PortalFormState = {
  values: { subject: string; body: string };
  problems: readonly PortalProblem[];
  /** Counts the attempts, so that each failed one brings focus to what is wrong. */
  attempt: number;
  /** The id to send again under; null takes the one that the page was made with. */
  commandId: string | null;
};

export type PortalProblem = { field: "subject" | "body" | "send"; message: string };

export type PortalFormAction = (
  previous: PortalFormState,
  form: FormData,
) => Promise<PortalFormState>;

export const untouchedForm: PortalFormState = {
  values: { subject: "", body: "" },
  problems: [],
  attempt: 0,
  commandId: null,
};
