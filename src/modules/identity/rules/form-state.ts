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
