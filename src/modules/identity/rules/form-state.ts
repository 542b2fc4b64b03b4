import type { FormState } from "../types";

export const untouched: FormState = {
  attempt: 0,
  values: {},
  errors: [],
  refusal: null,
  done: null,
};

/** The form again, with what was written and what is to be mended. */
export function again(
  previous: FormState,
  values: FormState["values"],
  wrong: Partial<Pick<FormState, "errors" | "refusal">>,
): FormState {
  return { ...untouched, ...wrong, attempt: previous.attempt + 1, values };
}

/** How long somebody waits, rounded up: nobody is told to come back too early. */
export function waitWords(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
